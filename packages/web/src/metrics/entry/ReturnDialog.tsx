import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface ReturnDialogProps {
  readonly count: number;
  readonly isPending: boolean;
  readonly onReturn: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why figures are returned: whoever entered them reads it. */
export function ReturnDialog({ count, isPending, onReturn, onClose }: ReturnDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open
      title={t("entry.return.title", { count })}
      okText={t("entry.return")}
      okButtonProps={{ disabled: reason.trim() === "", loading: isPending }}
      onOk={() => onReturn(reason.trim())}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={t("entry.return.reason")}
        aria-label={t("entry.return.reason")}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
