import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { openCalendar } from "@dabiao/core/calendar/calendar.ts";
import type { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import { nextPeriod, type Period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import { isProvisional, workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { periodName, shortPeriodName } from "../../metrics/period-name.ts";
import "./calendar-messages.ts";

interface CalendarPreviewProps {
  readonly body: CalendarBody;
  readonly today: string;
}

/** What the calendar makes of a year: its months with their days and working days, as boards will count them. */
export function CalendarPreview({ body, today }: CalendarPreviewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [moved, setMoved] = useState(0);
  const calendar = useMemo(() => openCalendar(body), [body]);
  const year = yearAt(periodOf(today, "year", calendar), moved);
  const months = childrenOf(year, calendar, "month");
  const working = (period: Period) => workdaysBetween(period.start, period.end, calendar);

  function yearAt(from: Period, steps: number): Period {
    const next = steps < 0 ? previousPeriod(from, calendar) : steps > 0 ? nextPeriod(from, calendar) : null;
    return next === null ? from : yearAt(next, steps - Math.sign(steps));
  }

  return (
    <section className="card" aria-label={t("calendar.preview")}>
      <h2 className="calendar-year">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t("calendar.preview.before")}
          onClick={() => setMoved(moved - 1)}
        />
        {t("calendar.preview.year", { year: periodName(year.key, calendar, locale), days: working(year) })}
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t("calendar.preview.after")}
          onClick={() => setMoved(moved + 1)}
        />
      </h2>
      {isProvisional(year, calendar) && <p className="muted">{t("calendar.preview.provisional")}</p>}
      <table className="calendar-months">
        <thead>
          <tr>
            <th>{t("calendar.preview.period")}</th>
            <th>{t("calendar.preview.days")}</th>
            <th className="figure">{t("calendar.preview.workdays")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.key}>
              <td>{shortPeriodName(month.key, locale)}</td>
              <td>{t("calendar.custom.days", { from: month.start, to: addDays(month.end, -1) })}</td>
              <td className="figure">{working(month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
