import { addDays } from "@dabiao/core/calendar/day.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import type { PeriodSpec } from "@dabiao/core/metrics/query.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName } from "../metrics/period-name.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { useKeyNames } from "./use-key-names.ts";

/** Whose figure, in which period, cut by what: 张伟 · 2026年3月 · 产品 GTX. */
export function useCellName(cell: MetricCell, metrics: Metrics): string {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const [field] = cell.fields;
  const object = metrics.metric(cell.metric)?.objects[0];
  const keyName = useKeyNames(object, field?.path, field ? [field.value] : []);
  const who =
    cell.member === null
      ? t("kpi.nobody")
      : cell.member !== undefined
        ? (nameOf(cell.member) ?? "")
        : cell.unit !== undefined
          ? (nameOf(cell.unit) ?? "")
          : t("kpi.everything");
  return [who, spanName(cell.period, metrics, locale), ...cell.fields.map(({ value }) => keyName(value))]
    .filter((part) => part !== "")
    .join(" · ");
}

function spanName(period: PeriodSpec, { calendar }: Metrics, locale: Locale): string {
  if (typeof period === "string") return periodName(period, calendar, locale);
  return `${period.from} – ${addDays(period.to, -1)}`;
}
