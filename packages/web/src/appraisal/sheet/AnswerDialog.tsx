import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";

interface AnswerDialogProps {
  readonly grades: readonly string[];
  readonly busy: boolean;
  readonly onOk: (body: { answer: string; grade?: string; adjustment?: string }) => void;
  readonly onClose: () => void;
}

/** An appeal that is right: other points, another grade, and the answer. */
export function AnswerDialog({ grades, busy, onOk, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState("");
  const [grade, setGrade] = useState<string | null>(null);
  const [adjustment, setAdjustment] = useState("");
  return (
    <Modal
      open
      title={t("appeal.to.adjusted")}
      okText={t("appeal.send")}
      okButtonProps={{ disabled: answer.trim() === "" || (grade === null && adjustment === ""), loading: busy }}
      onOk={() =>
        onOk({
          answer: answer.trim(),
          ...(grade === null ? {} : { grade }),
          ...(adjustment === "" ? {} : { adjustment }),
        })
      }
      onCancel={onClose}
    >
      <div className="design-row">
        <DesignField label={t("calibration.adjustment")} hint={t("calibration.adjustment.hint")}>
          <NumberInput
            value={adjustment}
            label={t("calibration.adjustment")}
            onClear={() => setAdjustment("")}
            onChange={setAdjustment}
          />
        </DesignField>
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
      </div>
      <DesignField label={t("appeal.words")}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={answer}
          aria-label={t("appeal.words")}
          onChange={({ target }) => setAnswer(target.value)}
        />
      </DesignField>
    </Modal>
  );
}
