import { DeleteOutlined } from "@ant-design/icons";
import type { GateSource, ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { Gate } from "@dabiao/core/appraisal/scoring/gate.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { newKey } from "../../build/definition/new-key.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { GateFields } from "./GateFields.tsx";

interface GateRowsProps {
  readonly body: ScorecardBody;
  readonly onChange: (gates: Gate[], sources: GateSource[]) => void;
}

/** What else the total depends on: the attainment of the unit or the company. */
export function GateRows({ body: { scoring, gateSources }, onChange }: GateRowsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kpis } = useMetrics();
  const { gates } = scoring;
  const sourceOf = (key: string) => gateSources.find(({ gate }) => gate === key);
  const resource = (key: string, change: Partial<GateSource>) =>
    gateSources.map((source) => (source.gate === key ? { ...source, ...change } : source));
  const first = kpis[0];
  return (
    <>
      {gates.map((gate) => (
        <div className="design-row" key={gate.key}>
          <Select
            value={sourceOf(gate.key)?.of ?? "unit"}
            aria-label={t("cards.gate.of")}
            options={(["unit", "company"] as const).map((of) => ({ value: of, label: t(`cards.of.${of}`) }))}
            onChange={(of) => onChange([...gates], resource(gate.key, { of }))}
          />
          <Select
            value={sourceOf(gate.key)?.kpi ?? null}
            aria-label={t("cards.gate.kpi")}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: "label" }}
            options={kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            onChange={(kpi: string) => onChange([...gates], resource(gate.key, { kpi }))}
          />
          <GateFields
            gate={gate}
            onChange={(next) =>
              onChange(
                gates.map((each) => (each.key === gate.key ? next : each)),
                [...gateSources],
              )
            }
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("cards.gate.remove")}
            onClick={() =>
              onChange(
                gates.filter(({ key }) => key !== gate.key),
                gateSources.filter((source) => source.gate !== gate.key),
              )
            }
          />
        </div>
      ))}
      {first && (
        <Button
          className="rater-add"
          disabled={gates.length >= 5}
          onClick={() => {
            const key = newKey(
              { zh: "gate", en: "gate" },
              gates.map((gate) => gate.key),
            );
            const label = { zh: localText(first.label, "zh-CN") };
            onChange(
              [...gates, { kind: "multiplier", key, label, lo: "0.8", hi: "1.2" }],
              [...gateSources, { gate: key, kpi: first.key, of: "unit" }],
            );
          }}
        >
          {t("cards.gate.add")}
        </Button>
      )}
    </>
  );
}
