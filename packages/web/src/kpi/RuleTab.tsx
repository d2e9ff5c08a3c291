import type { MetricCell, MetricRule } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { RuleWords } from "../metrics/RuleWords.tsx";
import type { Metrics } from "../metrics/use-metrics.ts";
import { usePermissions } from "../people/session.ts";
import { Region } from "../shell/RegionState.tsx";
import { explainQuery } from "./explain-query.ts";

/** 口径: what is counted, by which day, for whom, in words. */
export function RuleTab({ cell, metrics }: { readonly cell: MetricCell; readonly metrics: Metrics }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const explanation = useQuery(explainQuery(cell, metrics));
  const metric = metrics.metric(cell.metric);
  const canManage = usePermissions().has("metrics.manage");
  return (
    <Region query={explanation}>
      {({ parts, asOf }) => (
        <>
          {metric?.description && <p>{localText(metric.description, locale)}</p>}
          {metric && metric.kind !== "aggregate" && <p className="muted">{t(`metric.kind.${metric.kind}.hint`)}</p>}
          {parts.map(({ rule }: { readonly rule: MetricRule }) => (
            <RuleWords key={rule.metric} rule={rule} metrics={metrics} titled={parts.length > 1} />
          ))}
          <p className="muted">{t("kpi.asOf", { at: fullStamp(asOf, locale) })}</p>
          {canManage && <PathLink to={`/kpi/lib/${cell.metric}`}>{t("metric.versions.see")}</PathLink>}
        </>
      )}
    </Region>
  );
}
