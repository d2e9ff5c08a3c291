import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { DrillList } from "./DrillList.tsx";
import { explainQuery } from "./explain-query.ts";

/** The records a figure is made of; of a ratio, those of each of its parts. */
export function RecordsTab({ cell, metrics }: { readonly cell: MetricCell; readonly metrics: Metrics }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const explanation = useQuery(explainQuery(cell, metrics));
  const [chosen, setChosen] = useState<string>();
  const [side, setSide] = useState("in");
  return (
    <Region query={explanation} rows={6}>
      {({ parts }) => {
        const part = parts.find(({ rule }) => rule.metric === chosen) ?? parts[0];
        if (!part) return null;
        const out = part.out.reduce((count, each) => count + each.count, 0);
        return (
          <>
            {parts.length > 1 && (
              <Segmented
                block
                value={part.rule.metric}
                options={parts.map(({ rule }) => {
                  const metric = metrics.metric(rule.metric);
                  return { value: rule.metric, label: metric ? localText(metric.label, locale) : rule.metric };
                })}
                onChange={setChosen}
              />
            )}
            <Segmented
              className="drill-sides"
              value={side}
              options={[
                { value: "in", label: t("kpi.drill.in", { count: part.in }) },
                { value: "out", label: t("kpi.drill.out", { count: out }) },
              ]}
              onChange={setSide}
            />
            <DrillList
              key={`${part.rule.metric}${side}`}
              cell={{ ...cell, metric: part.rule.metric }}
              side={side}
              rule={part.rule}
              metrics={metrics}
            />
          </>
        );
      }}
    </Region>
  );
}
