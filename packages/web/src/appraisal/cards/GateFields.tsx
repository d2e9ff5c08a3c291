import type { Gate } from "@dabiao/core/appraisal/scoring/gate.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { NumberInput } from "../rule/NumberInput.tsx";

interface GateFieldsProps {
  readonly gate: Gate;
  readonly onChange: (gate: Gate) => void;
}

/** A multiplier within bounds, or a limit below which little or nothing is left. */
export function GateFields({ gate, onChange }: GateFieldsProps) {
  const { t } = useTranslation();
  const { key, label } = gate;
  const named = { key, ...(label === undefined ? {} : { label }) };
  return (
    <>
      <Select
        value={gate.kind}
        aria-label={t("cards.gate.kind")}
        popupMatchSelectWidth={false}
        options={(["multiplier", "hard"] as const).map((kind) => ({ value: kind, label: t(`cards.gate.${kind}`) }))}
        onChange={(kind) =>
          onChange(
            kind === "hard" ? { ...named, kind, least: "0.6", factor: "0" } : { ...named, kind, lo: "0.8", hi: "1.2" },
          )
        }
      />
      {gate.kind === "hard" ? (
        <>
          <NumberInput
            percent
            value={gate.least}
            label={t("cards.gate.least")}
            onChange={(least) => onChange({ ...gate, least })}
          />
          <NumberInput
            value={gate.factor}
            label={t("cards.gate.factor")}
            suffix="×"
            onChange={(factor) => onChange({ ...gate, factor })}
          />
        </>
      ) : (
        <>
          <NumberInput
            value={gate.lo}
            label={t("cards.gate.lo")}
            suffix="×"
            onChange={(lo) => onChange({ ...gate, lo })}
          />
          <NumberInput
            value={gate.hi}
            label={t("cards.gate.hi")}
            suffix="×"
            onChange={(hi) => onChange({ ...gate, hi })}
          />
        </>
      )}
    </>
  );
}
