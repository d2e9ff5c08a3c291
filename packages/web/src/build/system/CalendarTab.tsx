import { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { calendarKind } from "@dabiao/core/calendar/calendar-kind.ts";
import { checkCalendar } from "@dabiao/core/calendar/check-calendar.ts";
import { type DefinitionDetail, putDraft } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { Region } from "../../shell/RegionState.tsx";
import { DraftBar } from "../definition/DraftBar.tsx";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { useIssueWords } from "../definition/issue-words.ts";
import { useDraft } from "../definition/use-draft.ts";
import { VersionsTab } from "../definition/VersionsTab.tsx";
import { CalendarPreview } from "./CalendarPreview.tsx";
import { CustomPeriodsEditor } from "./CustomPeriodsEditor.tsx";
import { FiscalInput } from "./FiscalInput.tsx";
import { OverridesEditor } from "./OverridesEditor.tsx";
import { StatutoryDays } from "./StatutoryDays.tsx";
import { WorkWeeksInput } from "./WorkWeeksInput.tsx";
import "./calendar-messages.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The company's calendar: statutory days with 调休, its own days, the fiscal year. Pace is planned by it. */
export function CalendarTab() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const calendars = useQuery(definitionsQuery("calendar"));
  const make = useMutation({
    mutationFn: () => {
      const body = CalendarBody.parse({ label: { zh: "公司日历", en: "Company calendar" } });
      return call(putDraft, { params: { kind: "calendar", key: "company" }, body: { body: body as never } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["definitions"] }),
  });
  return (
    <Region query={calendars}>
      {({ items: [first] }) =>
        first ? (
          <OneCalendar calendar={first.key} />
        ) : (
          <>
            <p className="muted">{t("calendar.empty")}</p>
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {t("calendar.make")}
            </Button>
          </>
        )
      }
    </Region>
  );
}

function OneCalendar({ calendar }: { readonly calendar: string }) {
  const detail = useQuery(definitionQuery("calendar", calendar));
  return <Region query={detail}>{(data) => <CalendarEditor detail={data} />}</Region>;
}

function CalendarEditor({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const draft = useDraft(calendarKind, detail);
  const { body, change } = draft;
  const { today } = useMetrics();
  return (
    <div className="calendar-editor">
      <DraftBar draft={draft} />
      {draft.issues.length > 0 && (
        <Alert type="error" showIcon title={draft.issues.map((issue) => words(issue)).join(" ")} />
      )}
      <section className="card stacked">
        <div>
          <span>{t("calendar.statutory")}</span>
          <Segmented
            aria-label={t("calendar.statutory")}
            value={body.statutory}
            options={(["cn", "none"] as const).map((value) => ({ value, label: t(`calendar.statutory.${value}`) }))}
            onChange={(statutory) => change({ ...body, statutory })}
          />
        </div>
        {body.statutory === "cn" && <StatutoryDays />}
        {body.statutory === "cn" && (
          <div>
            <span>{t("calendar.confirmed")}</span>
            <Select
              mode="multiple"
              aria-label={t("calendar.confirmed")}
              value={body.confirmedYears}
              options={yearsAhead(today).map((value) => ({ value, label: value }))}
              onChange={(confirmedYears) => change({ ...body, confirmedYears })}
            />
          </div>
        )}
        <WorkWeeksInput value={body.work} today={today} onChange={(work) => change({ ...body, work })} />
        <label>
          <span>{t("calendar.dayCut")}</span>
          <Input type="time" value={body.dayCut} onChange={({ target }) => change({ ...body, dayCut: target.value })} />
        </label>
        <div>
          <span>{t("calendar.weekStart")}</span>
          <Select
            aria-label={t("calendar.weekStart")}
            value={body.weekStart}
            options={WEEKDAYS.map((value) => ({ value, label: t(`calendar.day.${value}`) }))}
            onChange={(weekStart) => change({ ...body, weekStart })}
          />
        </div>
        <FiscalInput value={body.fiscal} onChange={(fiscal) => change({ ...body, fiscal })} />
      </section>
      <OverridesEditor value={body.overrides} onChange={(overrides) => change({ ...body, overrides })} />
      <CustomPeriodsEditor
        value={body.customPeriods}
        onChange={(customPeriods) => change({ ...body, customPeriods })}
      />
      {checkCalendar(body).length === 0 && <CalendarPreview body={body} today={today} />}
      <section className="card">
        <h2>{t("versions.title")}</h2>
        <VersionsTab detail={detail} />
      </section>
    </div>
  );
}

/** Years whose notice may be missing for a while: this one and the next two. */
function yearsAhead(today: string): number[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1, year + 2];
}
