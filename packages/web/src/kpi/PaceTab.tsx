import type { Outlook } from "@dabiao/core/goals/outlook.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { tableFigure } from "../kit/figures.ts";
import { StatusMark } from "../kit/StatusMark.tsx";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { outlookQuery } from "./cell-query.ts";
import { PaceChart } from "./PaceChart.tsx";
import { TargetStory } from "./TargetStory.tsx";
import "./pace-messages.ts";

interface PaceTabProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly subject: Subject;
}

/** Done, due by today, what each day left must bring, and where it will end; then how the target came about. */
export function PaceTab({ kpi, period, subject }: PaceTabProps) {
  const outlook = useQuery(outlookQuery({ kpi: kpi.key, period, subject }, kpi.metric.objects));
  return (
    <>
      <Region query={outlook} rows={8}>
        {(data) => <PaceFacts kpi={kpi} outlook={data} />}
      </Region>
      <TargetStory kpi={kpi} period={period} subject={subject} />
    </>
  );
}

function PaceFacts({ kpi, outlook }: { readonly kpi: KpiInfo; readonly outlook: Outlook }) {
  const { t } = useTranslation();
  const { cell, time, projections, course } = outlook;
  const figure = (value: string | null) => tableFigure(value, kpi.metric.unit);
  const isCut = cell.nominal !== null && cell.nominal !== cell.target;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t("kpi.pace.actual"), figure(cell.actual)],
    [t("kpi.pace.target"), cell.target === null ? t(`kpi.status.${cell.status}`) : figure(cell.target)],
    ...(isCut ? [[t("kpi.pace.nominal"), figure(cell.nominal)] as const] : []),
    ...(cell.target === null
      ? []
      : [
          [t("kpi.pace.attain"), formatPercent(cell.attain === null ? null : decimal(cell.attain))] as const,
          [t("kpi.pace.expected"), figure(cell.expected)] as const,
          [t("kpi.pace.needPerDay"), cell.needPerDay === null ? t("kpi.pace.none") : figure(cell.needPerDay)] as const,
        ]),
    [t("kpi.pace.days"), t("kpi.pace.elapsed", { elapsed: time.elapsed, total: time.total })],
  ];
  return (
    <>
      <p className="pace-status">
        {cell.target !== null && <StatusMark status={cell.mark} />} <span>{t(`kpi.status.${cell.status}`)}</span>
      </p>
      <dl className="pace-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {time.provisional && <p className="muted">{t("kpi.provisional")}</p>}
      {course.length > 1 && <PaceChart outlook={outlook} unit={kpi.metric.unit} />}
      {projections.length > 0 && (
        <section className="pace-range">
          <h4>{t("kpi.pace.projection", { low: figure(outlook.low), high: figure(outlook.high) })}</h4>
          <dl className="pace-facts">
            {projections.map(({ method, value }) => (
              <div key={method}>
                <dt>{t(`kpi.pace.method.${method}`)}</dt>
                <dd>{figure(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
