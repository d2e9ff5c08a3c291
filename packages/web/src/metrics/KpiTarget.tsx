import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import type { TargetMeaning } from "@dabiao/core/metrics/target-meaning.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "./DesignField.tsx";

interface KpiTargetProps {
  readonly value: TargetMeaning | undefined;
  readonly direction: MetricBody["direction"];
  readonly issues: readonly Issue[];
  readonly onChange: (target: TargetMeaning | null) => void;
}

const KINDS = ["amount", "maximize", "minimize", "maintain", "milestone"] as const;
/** What a direction rules out: raising what should be low, lowering what should be high. */
const RULED_OUT = { up: "minimize", down: "maximize", band: null } as const;

/** How the target is meant: plain attainment, from a start, kept within a band, or done and not done. */
export function KpiTarget({ value, direction, issues, onChange }: KpiTargetProps) {
  const { t } = useTranslation();
  const kind = value?.kind ?? "amount";
  const kinds = direction === "band" ? (["maintain"] as const) : KINDS.filter((each) => each !== RULED_OUT[direction]);
  return (
    <DesignField
      label={t("designer.target")}
      path={["target"]}
      issues={issues}
      hint={t(`designer.target.${kind}.hint`)}
    >
      <div className="design-row">
        <Select
          value={kind}
          className="design-wide"
          options={kinds.map((each) => ({ value: each, label: t(`designer.target.${each}`) }))}
          aria-label={t("designer.target")}
          onChange={(next) => onChange(firstOf(next))}
        />
        {(value?.kind === "maximize" || value?.kind === "minimize") && (
          <Amount
            label={t("designer.target.start")}
            value={value.start}
            onChange={(start) => onChange({ ...value, start: start || "0" })}
          />
        )}
        {value?.kind === "maintain" &&
          (["least", "most", "tolerance"] as const).map((part) => (
            <Amount
              key={part}
              label={t(`designer.target.${part}`)}
              value={value[part] ?? ""}
              onChange={(text) => {
                const { [part]: _before, ...rest } = value;
                onChange(text === "" ? rest : { ...rest, [part]: text });
              }}
            />
          ))}
      </div>
    </DesignField>
  );
}

function firstOf(kind: TargetMeaning["kind"]): TargetMeaning | null {
  if (kind === "amount") return null;
  return kind === "maximize" || kind === "minimize" ? { kind, start: "0" } : { kind };
}

interface AmountProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Amount({ label, value, onChange }: AmountProps) {
  return (
    <Input
      className="design-amount"
      prefix={<span className="muted">{label}</span>}
      value={value}
      inputMode="decimal"
      aria-label={label}
      onChange={({ target }) => onChange(target.value.trim())}
    />
  );
}
