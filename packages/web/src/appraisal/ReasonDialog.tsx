import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface ReasonDialogProps {
  readonly title: string;
  readonly ok: string;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why; nothing happens without a reason. */
export function ReasonDialog({ title, ok, hint, danger = false, busy = false, onOk, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ danger, loading: busy, disabled: reason.trim() === "" }}
      onOk={() => onOk(reason.trim())}
      onCancel={onClose}
    >
      {hint && <p>{hint}</p>}
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        placeholder={t("cycle.reason")}
        aria-label={t("cycle.reason")}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
