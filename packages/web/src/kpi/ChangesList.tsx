import type { MetricDelta } from "@dabiao/core/metrics/explain.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import { PathLink } from "../kit/PathLink.tsx";
import type { MetricInfo } from "../metrics/use-metrics.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { useObjectFields } from "../metrics/use-object-fields.ts";

const STEP = 10;

interface ChangesListProps {
  readonly changes: MetricDelta;
  readonly metric: MetricInfo;
  readonly object: string;
}

/** What moved the figure since yesterday: the events, and what no event explains. */
export function ChangesList({
  changes: { before, after, delta, events, earlier, other },
  metric,
  object,
}: ChangesListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(STEP);
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const fields = useObjectFields(object);
  const figure = (value: string | null) => tableFigure(value, metric.unit);
  const fieldNames = (keys: readonly string[]) =>
    keys
      .map((key) => fields.find((field) => field.key === key))
      .flatMap((field) => (field ? localText(field.label, locale) : []));
  return (
    <section className="why-changes">
      <h4>{t("kpi.why.changed")}</h4>
      {delta === null || decimal(delta).isZero() ? (
        <p className="muted">{t("kpi.why.noChange")}</p>
      ) : (
        <p>
          {t("kpi.why.from", { before: figure(before), after: figure(after) })} <strong>{signed(delta, figure)}</strong>
        </p>
      )}
      <ul className="why-events">
        {events.slice(0, shown).map((event) => (
          <li key={`${event.at}${event.recordId}`}>
            <span className="why-event-effect">{signed(event.effect, figure)}</span>
            <span>
              <PathLink to={`/o/${object}/${event.recordId}`}>{event.title ?? t("kpi.untitled")}</PathLink>
              <span className="muted">
                {" "}
                {t(`kpi.op.${event.op}`, { defaultValue: event.op })}{" "}
                {event.op === "create" ? "" : fieldNames(event.fields).join("、")}
              </span>
            </span>
            <span className="muted" title={fullStamp(event.at, locale)}>
              {event.memberId ? nameOf(event.memberId) : ""} {formatMoment(event.at, locale)}
            </span>
          </li>
        ))}
        {events.length > shown && (
          <li>
            <Button size="small" onClick={() => setShown(shown + STEP)}>
              {t("kpi.why.more", { count: events.length - shown })}
            </Button>
          </li>
        )}
        {earlier !== null && (
          <li>
            <span className="why-event-effect">{signed(earlier.effect, figure)}</span>
            <span className="muted">{t("kpi.why.earlier", { count: earlier.records })}</span>
          </li>
        )}
        {other !== null && !decimal(other).isZero() && (
          <li>
            <span className="why-event-effect">{signed(other, figure)}</span>
            <span className="muted">{t("kpi.why.other")}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function signed(value: string, figure: (value: string) => string): string {
  return decimal(value).isPositive() ? `+${figure(value)}` : figure(value);
}
