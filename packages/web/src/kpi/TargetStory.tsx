import { targetHistory } from "@dabiao/core/goals/contract.ts";
import { goalReckoning } from "@dabiao/core/goals/life-contract.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { formatDay, formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { Region } from "../shell/RegionState.tsx";

interface TargetStoryProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly subject: Subject;
}

/** How a target came about: who set it to what and why, and which part of it counts for this person. */
export function TargetStory({ kpi, period, subject }: TargetStoryProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const history = useQuery({
    queryKey: ["goals", "history", kpi.key, subject, period],
    queryFn: ({ signal }) => call(targetHistory, { body: { kpi: kpi.key, subject, period }, signal }),
  });
  const figure = (value: string) => tableFigure(value, kpi.metric.unit);
  return (
    <section className="pace-range">
      <h4>{t("kpi.target.story")}</h4>
      {subject.kind === "member" && <OwnShare kpi={kpi} period={period} member={subject.id} />}
      <Region query={history}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t("kpi.target.none")}</p>
          ) : (
            <ul className="why-events">
              {items.map(({ id, at, memberId, reason, before, after, from }) => (
                <li key={id}>
                  <span className="why-event-effect">{figure(after)}</span>
                  <span>
                    {reason}
                    <span className="muted">
                      {" "}
                      {t("kpi.target.before", { before: figure(before) })}
                      {from && ` · ${t("kpi.target.from", { day: formatDay(from, locale) })}`}
                    </span>
                  </span>
                  <span className="muted" title={fullStamp(at, locale)}>
                    {memberId ? nameOf(memberId) : t("kpi.target.product")} {formatMoment(at, locale)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Region>
    </section>
  );
}

interface OwnShareProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly member: string;
}

/** Of a target that counts in part: how much, and because of which months. */
function OwnShare({ kpi, period, member }: OwnShareProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["goals", "reckoning", kpi.key, period, member],
    queryFn: ({ signal }) => call(goalReckoning, { body: { kpi: kpi.key, period, member }, signal }),
  });
  const parts = data?.parts.filter(({ share }) => share === null || !decimal(share).eq(1)) ?? [];
  if (!data || parts.length === 0) return null;
  const percent = (share: string | null) =>
    share === null ? t("kpi.target.withdrawn") : formatPercent(decimal(share));
  return (
    <ul className="plain-list">
      {parts.map((part) => (
        <li key={part.period}>
          {t("kpi.target.share", { share: percent(part.share), nominal: tableFigure(part.nominal, kpi.metric.unit) })}
          {part.months.map((month) => (
            <span key={month.start} className="muted">
              {" "}
              {t("kpi.target.month", {
                month: month.start.slice(0, 7),
                served: month.served,
                whole: month.whole,
                ramp: formatPercent(decimal(month.ramp)),
              })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
