import type { ScorecardBody, ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { NumberInput } from "../rule/NumberInput.tsx";
import { RuleEditor } from "../rule/RuleEditor.tsx";
import { secondKpi } from "./first-card.ts";
import { SourceFields } from "./SourceFields.tsx";
import { useItemName } from "./use-item-name.ts";

interface ItemPanelProps {
  readonly item: ScorecardItem;
  readonly index: number;
  readonly body: ScorecardBody;
  readonly issues: readonly Issue[];
  readonly metrics: Metrics;
  readonly onChange: (item: ScorecardItem) => void;
  readonly onRemove: () => void;
}

const MEASURED = ["proportional", "bands", "perUnit", "matrix", "rank"] as const;
const JUDGED = ["rating"] as const;

/** One line of a card: where its number comes from and how it becomes points. */
export function ItemPanel({ item, index, body, issues, metrics, onChange, onRemove }: ItemPanelProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = useItemName(metrics)(item);
  const path = ["items", index];
  const { source } = item;
  const kpi = source.kind === "kpi" ? metrics.kpis.find(({ key }) => key === source.kpi) : undefined;
  return (
    <section className="card item-panel" aria-label={name}>
      <header className="item-panel-head">
        <h2>{name}</h2>
        <Button danger onClick={onRemove}>
          {t("cards.remove")}
        </Button>
      </header>
      <div className="design-row">
        <DesignField label={t("cards.itemName")} path={[...path, "label"]} issues={issues}>
          <Input
            value={item.label?.zh ?? ""}
            maxLength={100}
            placeholder={kpi ? localText(kpi.label, "zh-CN") : ""}
            aria-label={t("cards.itemName")}
            onChange={({ target }) => onChange(named(item, target.value))}
          />
        </DesignField>
        {body.scoring.dimensions.length > 0 && (
          <DesignField label={t("cards.dimension")} path={[...path, "dimension"]} issues={issues}>
            <Select
              value={item.dimension ?? null}
              aria-label={t("cards.dimension")}
              popupMatchSelectWidth={false}
              options={body.scoring.dimensions.map(({ key, label }) => ({
                value: key,
                label: localText(label, locale),
              }))}
              onChange={(dimension: string) => onChange({ ...item, dimension })}
            />
          </DesignField>
        )}
        {item.kind !== "scored" && (
          <DesignField label={t(`cards.max.${item.kind}`)} path={[...path, "max"]} issues={issues}>
            <NumberInput
              value={item.max ?? ""}
              label={t(`cards.max.${item.kind}`)}
              onChange={(max) => onChange({ ...item, max })}
            />
          </DesignField>
        )}
      </div>
      {source.kind === "kpi" && (
        <SourceFields
          source={source}
          card={body}
          metrics={metrics}
          path={[...path, "source"]}
          issues={issues}
          onChange={(next) => onChange({ ...item, source: next })}
        />
      )}
      {source.kind === "award" ? (
        <p className="muted">{t("cards.award.hint")}</p>
      ) : (
        <RuleEditor
          rule={item.rule}
          path={[...path, "rule"]}
          issues={issues}
          direction={kpi?.metric.direction === "down" ? "down" : "up"}
          secondKpi={secondKpi(metrics.kpis, kpi?.key ?? "")}
          kinds={source.kind === "rating" ? JUDGED : MEASURED}
          target={source.kind === "kpi" && source.target.kind === "fixed" ? source.target.amount : null}
          onChange={(rule) => onChange({ ...item, rule })}
        />
      )}
    </section>
  );
}

/** An emptied name is the KPI's again. */
function named(item: ScorecardItem, zh: string): ScorecardItem {
  const { label, ...rest } = item;
  return zh === "" ? rest : { ...item, label: { ...label, zh } };
}
