import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { RecordsTab } from "../../kpi/RecordsTab.tsx";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import "../../kpi/messages.ts";
import "../../kpi/kpi.css";

/** The records a line's actual is made of, and those left out; of several periods, one at a time. */
export function LineRecords({ line, memberId }: { readonly line: SheetLine; readonly memberId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const metrics = useMetrics();
  const [chosen, setChosen] = useState<string>();
  const kpi = metrics.kpis.find(({ key }) => key === line.kpi);
  const period = chosen ?? line.periods.at(-1);
  if (!kpi || period === undefined) return null;
  return (
    <section>
      <h2 className="trace-head">{t("trace.records")}</h2>
      {line.periods.length > 1 && (
        <Segmented
          value={period}
          options={line.periods.map((key) => ({ value: key, label: periodName(key, metrics.calendar, locale) }))}
          onChange={setChosen}
        />
      )}
      <RecordsTab cell={{ metric: kpi.metric.key, period, fields: [], ...whoseOf(line, memberId) }} metrics={metrics} />
    </section>
  );
}

function whoseOf({ of, unitId }: SheetLine, memberId: string): { member?: string; unit?: string } {
  if (of === "company") return {};
  return of === "unit" && unitId !== null ? { unit: unitId } : { member: memberId };
}
