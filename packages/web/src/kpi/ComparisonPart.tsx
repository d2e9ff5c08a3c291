import { ALIGNMENTS, type Alignment } from "@dabiao/core/calendar/align-comparison.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import type { Comparison, GrowthAnswer } from "@dabiao/core/goals/comparison.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tableFigure } from "../kit/figures.ts";
import type { MetricInfo } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { comparisonQuery } from "./cell-query.ts";
import "./pace-messages.ts";

interface ComparisonPartProps {
  readonly metric: MetricInfo;
  readonly period: string;
  readonly subject: Subject;
}

const AGAINST = ["lastYear", "previous"] as const;

/** 同比 and 环比 over spans of equal length, and the same for who was there in both. */
export function ComparisonPart({ metric, period, subject }: ComparisonPartProps) {
  const { t } = useTranslation();
  const [against, setAgainst] = useState<(typeof AGAINST)[number]>("lastYear");
  const [alignment, setAlignment] = useState<Alignment>("workdays");
  const asked = { metric: metric.key, period, subject, against, alignment };
  const comparison = useQuery(comparisonQuery(asked, metric.objects));
  return (
    <section className="compare">
      <div className="board-controls">
        <Segmented
          value={against}
          aria-label={t("kpi.compare")}
          options={AGAINST.map((value) => ({ value, label: t(`kpi.compare.${value}`) }))}
          onChange={setAgainst}
        />
        <Select
          value={alignment}
          aria-label={t("kpi.compare.alignment")}
          options={ALIGNMENTS.filter((each) => against === "lastYear" || !["spring", "lunar"].includes(each)).map(
            (value) => ({ value, label: t(`kpi.compare.${value}`) }),
          )}
          popupMatchSelectWidth={false}
          onChange={setAlignment}
        />
      </div>
      <Region query={comparison}>{(data) => <Lines comparison={data} metric={metric} />}</Region>
    </section>
  );
}

function Lines({ comparison, metric }: { readonly comparison: Comparison; readonly metric: MetricInfo }) {
  const { t } = useTranslation();
  const { current, base, growth, perDay, sameMembers } = comparison;
  const figure = (value: string | null) => tableFigure(value, metric.unit);
  const words = useGrowthWords(metric);
  const span = (of: Comparison["current"]) =>
    of.from === of.to
      ? t("kpi.compare.empty")
      : t("kpi.compare.span", { from: of.from, to: addDays(of.to, -1), days: of.workdays });
  const adds = metric.unit.kind !== "percent";
  return (
    <table className="drill">
      <tbody>
        <tr>
          <td>{t("kpi.compare.now")}</td>
          <td className="muted">{span(current)}</td>
          <td className="drill-figure">{figure(current.value)}</td>
        </tr>
        <tr>
          <td>{t("kpi.compare.then")}</td>
          <td className="muted">{span(base)}</td>
          <td className="drill-figure">{figure(base.value)}</td>
        </tr>
        <tr>
          <td colSpan={2}>{t("kpi.compare.growth")}</td>
          <td className="drill-figure">{words(growth)}</td>
        </tr>
        {adds && current.workdays !== base.workdays && (
          <tr>
            <td colSpan={2}>{t("kpi.compare.perDay")}</td>
            <td className="drill-figure">{words(perDay)}</td>
          </tr>
        )}
        {sameMembers && (
          <tr>
            <td colSpan={2}>{t("kpi.compare.sameMembers", { count: sameMembers.members })}</td>
            <td className="drill-figure">{words(sameMembers.growth)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Growth as a rate, or the difference and a word where a rate would mislead. Neutral ink: good and bad are for the reader. */
function useGrowthWords(metric: MetricInfo): (growth: GrowthAnswer | null) => string {
  const { t } = useTranslation();
  const signed = (value: string, text: string) =>
    `${decimal(value).isNegative() ? "−" : "+"}${text.replace(/^[-−]/, "")}`;
  return (growth) => {
    if (growth === null) return t("kpi.pace.none");
    if (growth.kind === "rate" && metric.unit.kind !== "percent")
      return signed(growth.rate, formatPercent(decimal(growth.rate).abs()));
    const difference = signed(growth.difference, tableFigure(decimal(growth.difference).abs().toFixed(), metric.unit));
    return growth.kind === "rate" ? difference : `${difference} ${t(`kpi.growth.${growth.word}`)}`;
  };
}
