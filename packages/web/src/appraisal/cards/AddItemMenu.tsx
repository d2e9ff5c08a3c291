import { ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { newKey } from "../../build/definition/new-key.ts";
import { useLocale } from "../../i18n/locale.ts";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { awardRule, firstRule } from "../rule/first-rule.ts";
import { kpiItem } from "./first-card.ts";

interface AddItemMenuProps {
  readonly items: readonly ScorecardItem[];
  readonly metrics: Metrics;
  readonly onAdd: (item: ScorecardItem) => void;
}

/** One more line: a KPI, people's judgement, a bonus or a deduction. */
export function AddItemMenu({ items, metrics, onAdd }: AddItemMenuProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const taken = items.map(({ key }) => key);
  const unused = metrics.kpis.filter(({ key }) => !taken.includes(key));

  function addJudged() {
    const label = { zh: t("cards.judged.zh"), en: t("cards.judged.en") };
    const key = newKey({ zh: label.zh, en: "judgement" }, taken);
    onAdd(
      ScorecardItem.parse({ key, label, weight: "0", source: { kind: "rating" }, rule: firstRule("rating", "up", "") }),
    );
  }

  function addAward(kind: "bonus" | "penalty") {
    const key = newKey({ zh: kind, en: kind }, taken);
    const label = { zh: t(`cards.${kind}.zh`), en: t(`cards.${kind}.en`) };
    onAdd(ScorecardItem.parse({ key, kind, label, max: "5", source: { kind: "award" }, rule: awardRule("5") }));
  }

  return (
    <>
      <Select
        className="item-add"
        value={null}
        placeholder={t("cards.addKpi")}
        aria-label={t("cards.addKpi")}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={unused.map((kpi) => ({ value: kpi.key, label: localText(kpi.label, locale) }))}
        onChange={(key: string | null) => {
          const kpi = unused.find((each) => each.key === key);
          if (kpi) onAdd(ScorecardItem.parse(kpiItem(kpi, "0", metrics.kpis)));
        }}
      />
      <Button onClick={addJudged}>{t("cards.addJudged")}</Button>
      <Button onClick={() => addAward("bonus")}>{t("cards.addBonus")}</Button>
      <Button onClick={() => addAward("penalty")}>{t("cards.addPenalty")}</Button>
    </>
  );
}
