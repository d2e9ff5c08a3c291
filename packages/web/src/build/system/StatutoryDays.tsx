import { CHINA_NOTICES } from "@dabiao/core/calendar/china-notices.ts";
import { Collapse } from "antd";
import { useTranslation } from "react-i18next";

/** The notices that are known, year by year. */
export function StatutoryDays() {
  const { t } = useTranslation();
  const years = Object.entries(CHINA_NOTICES).toReversed();
  return (
    <Collapse
      size="small"
      items={years.map(([year, holidays]) => ({
        key: year,
        label: t("calendar.notices", { year }),
        children: (
          <ul className="plain-list">
            {holidays.map(({ name, off: [from, to], work }) => (
              <li key={name}>
                {t("calendar.notice", { name, from, to })}
                {work.length > 0 && ` · ${t("calendar.notice.work", { days: work.join("、") })}`}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}
