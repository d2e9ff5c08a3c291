import { drillMetricContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricCell, MetricRule } from "@dabiao/core/metrics/explain.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { formatDay } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { EntryWords } from "../metrics/EntryWords.tsx";
import type { Metrics } from "../metrics/use-metrics.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { RegionFault, RegionLoading } from "../shell/RegionState.tsx";

interface DrillListProps {
  readonly cell: MetricCell;
  readonly side: string;
  readonly rule: Pick<MetricRule, "aggregate">;
  readonly metrics: Metrics;
}

/** The records behind one side of a figure, each a link. */
export function DrillList({ cell, side, rule, metrics }: DrillListProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const metric = metrics.metric(cell.metric);
  const drill = useInfiniteQuery({
    queryKey: ["kpi", "drill", cell, side],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return call(drillMetricContract, { body: { ...cell, side, limit: 50, ...cursor }, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { objects: metric?.objects ?? ["*"] },
  });
  if (drill.error) return <RegionFault error={drill.error} retry={() => void drill.refetch()} />;
  if (!drill.data) return <RegionLoading rows={4} />;
  const rows = drill.data.pages.flatMap(({ object, items }) => items.map((item) => ({ object, ...item })));
  if (rows.length === 0) return <p className="muted">{t("kpi.drill.none")}</p>;
  const counts = rule.aggregate === "count";
  return (
    <>
      <table className="drill">
        <thead>
          <tr>
            <th>{t("kpi.drill.record")}</th>
            <th>{t("kpi.drill.day")}</th>
            <th>{t("kpi.drill.member")}</th>
            {!counts && <th className="drill-figure">{t("kpi.drill.value")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ object, id, title, day, memberId, value, entry }) => (
            <tr key={id}>
              <td>
                {entry ? (
                  <EntryWords entry={entry} />
                ) : (
                  <PathLink to={`/o/${object}/${id}`}>{title ?? t("kpi.untitled")}</PathLink>
                )}
              </td>
              <td>{day === null ? "" : formatDay(day, locale)}</td>
              <td>{memberId === null ? t("kpi.nobody") : (nameOf(memberId) ?? "")}</td>
              {!counts && <td className="drill-figure">{metric ? tableFigure(value, metric.unit) : value}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {drill.hasNextPage && (
        <Button size="small" loading={drill.isFetchingNextPage} onClick={() => void drill.fetchNextPage()}>
          {t("kpi.drill.more")}
        </Button>
      )}
    </>
  );
}
