import type { MetricCell, MetricPart } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import type { MetricInfo, Metrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { ChangesList } from "./ChangesList.tsx";
import { DrillList } from "./DrillList.tsx";
import { explainQuery } from "./explain-query.ts";
import { SinceSelect } from "./SinceSelect.tsx";
import { useReasonText } from "./use-reason-text.ts";

interface TabProps {
  readonly cell: MetricCell;
  readonly metrics: Metrics;
}

/** The records in, the records out and why, and what moved the figure since yesterday. */
export function WhyTab({ cell, metrics }: TabProps) {
  const [since, setSince] = useState<number | string>(1);
  const explanation = useQuery(explainQuery(cell, metrics, since));
  const metric = metrics.metric(cell.metric);
  return (
    <Region query={explanation} rows={6}>
      {({ value, parts }) => (
        <div className="why">
          {metric && <p className="why-value">{tableFigure(value, metric.unit)}</p>}
          <SinceSelect value={since} onChange={setSince} />
          {parts.map((part) => (
            <Part key={part.rule.metric} part={part} cell={cell} metrics={metrics} alone={parts.length === 1} />
          ))}
        </div>
      )}
    </Region>
  );
}

interface PartProps extends TabProps {
  readonly part: MetricPart;
  readonly alone: boolean;
}

function Part({ part, cell, metrics, alone }: PartProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const reasonText = useReasonText(part.rule);
  const [side, setSide] = useState<string | null>(null);
  const metric: MetricInfo | undefined = metrics.metric(part.rule.metric);
  const lines = [
    { side: "in", label: t("kpi.why.in"), count: part.in },
    ...part.out.map(({ reason, count }) => ({ side: reason, label: reasonText(reason), count })),
  ];
  return (
    <section className="why-part">
      {!alone && metric && (
        <h3>
          {localText(metric.label, locale)} {tableFigure(part.value, metric.unit)}
        </h3>
      )}
      <p className="muted">{t("kpi.why.universe", { count: part.universe })}</p>
      <ul className="why-lines">
        {lines.map((line) => (
          <li key={line.side}>
            <button
              type="button"
              className="why-line"
              aria-expanded={side === line.side}
              onClick={() => setSide(side === line.side ? null : line.side)}
            >
              <span>{line.label}</span>
              <span>{t("kpi.why.count", { count: line.count })}</span>
            </button>
            {side === line.side && (
              <DrillList
                cell={{ ...cell, metric: part.rule.metric }}
                side={line.side}
                rule={part.rule}
                metrics={metrics}
              />
            )}
          </li>
        ))}
      </ul>
      {part.changes && metric && <ChangesList changes={part.changes} metric={metric} object={part.rule.object} />}
    </section>
  );
}
