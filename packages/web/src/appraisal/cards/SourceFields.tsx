import { type KpiSource, ResultOf, type ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { Grain } from "@dabiao/core/calendar/grain.ts";
import type { Issue, RefusalPath } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { NumberInput } from "../rule/NumberInput.tsx";

interface SourceFieldsProps {
  readonly source: KpiSource;
  readonly card: ScorecardBody;
  readonly metrics: Metrics;
  readonly path: RefusalPath;
  readonly issues: readonly Issue[];
  readonly onChange: (source: KpiSource) => void;
}

/** Which KPI, whose result, over which period, against which target. */
export function SourceFields({ source, card, metrics, path, issues, onChange }: SourceFieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="design-row">
      <DesignField label={t("cards.kpi")} path={[...path, "kpi"]} issues={issues}>
        <Select
          value={source.kpi}
          aria-label={t("cards.kpi")}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: "label" }}
          options={metrics.kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          onChange={(kpi) => onChange({ ...source, kpi })}
        />
      </DesignField>
      <DesignField label={t("cards.of")}>
        <Select
          value={source.of}
          aria-label={t("cards.of")}
          options={ResultOf.options.map((of) => ({ value: of, label: t(`cards.of.${of}`) }))}
          onChange={(of) => onChange({ ...source, of })}
        />
      </DesignField>
      <DesignField label={t("cards.itemGrain")} path={[...path, "grain"]} issues={issues}>
        <Select
          value={source.grain ?? "card"}
          aria-label={t("cards.itemGrain")}
          options={[
            { value: "card", label: t("cards.itemGrain.card", { grain: t(`period.${card.grain}`) }) },
            ...Grain.options.map((grain) => ({ value: grain, label: t(`period.${grain}`) })),
          ]}
          onChange={(grain: Grain | "card") => {
            const { grain: _, ...rest } = source;
            onChange(grain === "card" ? rest : { ...source, grain });
          }}
        />
      </DesignField>
      {source.grain !== undefined && source.grain !== card.grain && (
        <DesignField label={t("cards.compose")}>
          <Select
            value={source.compose}
            aria-label={t("cards.compose")}
            popupMatchSelectWidth={false}
            options={(["whole", "average"] as const).map((compose) => ({
              value: compose,
              label: t(`cards.compose.${compose}`),
            }))}
            onChange={(compose) => onChange({ ...source, compose })}
          />
        </DesignField>
      )}
      <DesignField label={t("cards.target")} path={[...path, "target"]} issues={issues}>
        <Select
          value={source.target.kind}
          aria-label={t("cards.target")}
          popupMatchSelectWidth={false}
          options={(["ledger", "fixed", "none"] as const).map((kind) => ({
            value: kind,
            label: t(`cards.target.${kind}`),
          }))}
          onChange={(kind) => onChange({ ...source, target: kind === "fixed" ? { kind, amount: "100" } : { kind } })}
        />
      </DesignField>
      {source.target.kind === "fixed" && (
        <DesignField label={t("cards.target.amount")}>
          <NumberInput
            value={source.target.amount}
            label={t("cards.target.amount")}
            onChange={(amount) => onChange({ ...source, target: { kind: "fixed", amount } })}
          />
        </DesignField>
      )}
    </div>
  );
}
