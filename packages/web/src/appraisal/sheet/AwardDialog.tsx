import { proposeAward } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";
import { useAct } from "../use-act.ts";

interface AwardDialogProps {
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

/** A bonus, deduction or veto put forward with its fact; somebody else approves it. */
export function AwardDialog({ sheet, onClose }: AwardDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [partId, setPartId] = useState(sheet.parts.at(-1)?.id);
  const part = sheet.parts.find(({ id }) => id === partId);
  const lines = part?.lines.filter(({ source }) => source === "award") ?? [];
  const choices = [
    ...lines.map((line) => ({ value: line.item, label: localText(line.label, locale), points: true })),
    ...(part?.vetoes ?? []).map(({ key, label }) => ({
      value: key,
      label: `${t("proposal.veto")} ${localText(label, locale)}`,
      points: false,
    })),
  ];
  const [key, setKey] = useState<string | null>(null);
  const [points, setPoints] = useState("");
  const [evidence, setEvidence] = useState("");
  const act = useAct(proposeAward, t("proposal.made"), onClose);
  const chosen = choices.find(({ value }) => value === key) ?? choices[0];
  const ready = chosen !== undefined && evidence.trim() !== "" && (!chosen.points || points !== "");
  return (
    <Modal
      open
      title={t("award.make")}
      okText={t("proposal.make")}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() =>
        part &&
        chosen &&
        act.mutate({
          params: { sheetId: sheet.id },
          body: {
            partId: part.id,
            key: chosen.value,
            evidence: evidence.trim(),
            ...(chosen.points ? { points } : {}),
          },
        })
      }
      onCancel={onClose}
    >
      {sheet.parts.length > 1 && (
        <DesignField label={t("award.part")}>
          <Select
            value={partId ?? null}
            aria-label={t("award.part")}
            options={sheet.parts.map(({ id, cardLabel, unit }) => ({
              value: id,
              label: `${localText(cardLabel, locale)} · ${unit}`,
            }))}
            onChange={setPartId}
          />
        </DesignField>
      )}
      {choices.length === 0 ? (
        <p>{t("award.nothing")}</p>
      ) : (
        <>
          <DesignField label={t("award.what")}>
            <Select
              value={chosen?.value ?? null}
              aria-label={t("award.what")}
              options={choices.map(({ value, label }) => ({ value, label }))}
              onChange={setKey}
            />
          </DesignField>
          {chosen?.points && (
            <DesignField label={t("award.points")}>
              <NumberInput
                value={points}
                label={t("award.points")}
                onClear={() => setPoints("")}
                onChange={setPoints}
              />
            </DesignField>
          )}
          <DesignField label={t("award.evidence")}>
            <Input.TextArea
              rows={3}
              maxLength={500}
              value={evidence}
              aria-label={t("award.evidence")}
              onChange={({ target }) => setEvidence(target.value)}
            />
          </DesignField>
        </>
      )}
    </Modal>
  );
}
