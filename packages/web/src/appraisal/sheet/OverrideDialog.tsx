import { proposeOverride } from "@dabiao/core/appraisal/act-contract.ts";
import type { SheetPart } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";
import { useAct } from "../use-act.ts";

type Kind = "actual" | "score" | "waive";
const MEASURED: readonly Kind[] = ["actual", "score", "waive"];
/** What people judge is rated again, not written over. */
const RATED: readonly Kind[] = ["waive"];

interface OverrideDialogProps {
  readonly part: SheetPart;
  readonly sheetId: string;
  readonly onClose: () => void;
}

/** Another actual, another score, or a waiver for one line; it counts once somebody else approves it. */
export function OverrideDialog({ part, sheetId, onClose }: OverrideDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const lines = part.lines.filter(({ source }) => source !== "award");
  const [item, setItem] = useState(lines.find(({ state }) => state !== "scored")?.item ?? lines[0]?.item ?? "");
  const [wanted, setKind] = useState<Kind>("actual");
  const kinds = lines.find((line) => line.item === item)?.source === "rating" ? RATED : MEASURED;
  const kind = kinds.includes(wanted) ? wanted : "waive";
  const [value, setValue] = useState("");
  const [reason, setReason] = useState("");
  const act = useAct(proposeOverride, t("proposal.made"), onClose);
  return (
    <Modal
      open
      title={t("sheet.override")}
      okText={t("proposal.make")}
      okButtonProps={{ disabled: reason.trim() === "" || (kind !== "waive" && value === ""), loading: act.isPending }}
      onOk={() =>
        act.mutate({
          params: { sheetId },
          body: { partId: part.id, item, kind, reason: reason.trim(), ...(kind === "waive" ? {} : { value }) },
        })
      }
      onCancel={onClose}
    >
      <p className="muted">{t("sheet.override.hint")}</p>
      <DesignField label={t("score.line")}>
        <Select
          value={item}
          aria-label={t("score.line")}
          options={lines.map((line) => ({ value: line.item, label: localText(line.label, locale) }))}
          onChange={setItem}
        />
      </DesignField>
      <DesignField label={t("sheet.override.what")}>
        <Segmented
          value={kind}
          options={kinds.map((each) => ({ value: each, label: t(`proposal.${each}`) }))}
          onChange={setKind}
        />
      </DesignField>
      {kind !== "waive" && (
        <DesignField label={t("sheet.override.value")}>
          <NumberInput
            value={value}
            label={t("sheet.override.value")}
            onClear={() => setValue("")}
            onChange={setValue}
          />
        </DesignField>
      )}
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
