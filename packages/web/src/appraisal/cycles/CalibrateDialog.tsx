import { calibrateSheet } from "@dabiao/core/appraisal/act-contract.ts";
import type { SheetCard } from "@dabiao/core/appraisal/sheet.ts";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";
import { shownNumber } from "../rule/shown-number.ts";
import { useAct } from "../use-act.ts";

interface CalibrateDialogProps {
  readonly sheet: SheetCard;
  readonly grades: readonly string[];
  readonly onClose: () => void;
}

/** Another grade, or points added or taken, with the reason everybody concerned can read. */
export function CalibrateDialog({ sheet, grades, onClose }: CalibrateDialogProps) {
  const { t } = useTranslation();
  const [grade, setGrade] = useState<string | null>(null);
  const [adjustment, setAdjustment] = useState("");
  const [reason, setReason] = useState("");
  const act = useAct(calibrateSheet, t("calibration.changed"), onClose);
  const body = {
    ...(grade === null ? {} : { grade }),
    ...(adjustment === "" ? {} : { adjustment }),
    reason: reason.trim(),
    version: sheet.version,
  };
  return (
    <Modal
      open
      title={t("calibration.of", { name: sheet.name, total: shownNumber(sheet.total), grade: sheet.grade ?? "--" })}
      okText={t("calibration.save")}
      okButtonProps={{
        disabled: reason.trim() === "" || (grade === null && adjustment === ""),
        loading: act.isPending,
      }}
      onOk={() => act.mutate({ params: { sheetId: sheet.id }, body })}
      onCancel={onClose}
    >
      <div className="design-row">
        <DesignField label={t("calibration.grade")}>
          <Select
            allowClear
            value={grade}
            placeholder={t("calibration.same")}
            aria-label={t("calibration.grade")}
            options={grades.map((key) => ({ value: key, label: key }))}
            onChange={(next: string | undefined) => setGrade(next ?? null)}
          />
        </DesignField>
        <DesignField label={t("calibration.adjustment")} hint={t("calibration.adjustment.hint")}>
          <NumberInput
            value={adjustment}
            label={t("calibration.adjustment")}
            placeholder="0"
            onClear={() => setAdjustment("")}
            onChange={setAdjustment}
          />
        </DesignField>
      </div>
      <DesignField label={t("cycle.reason")}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          aria-label={t("cycle.reason")}
          onChange={({ target }) => setReason(target.value)}
        />
      </DesignField>
    </Modal>
  );
}
