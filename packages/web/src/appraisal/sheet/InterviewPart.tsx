import { recordInterview } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Alert, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { useSession } from "../../people/session.ts";
import { useAct } from "../use-act.ts";

const CHECKLIST = ["facts", "strengths", "gaps", "next"] as const;

/** The interview: what was said and agreed; manager and member each sign it. */
export function InterviewPart({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { today } = useMetrics();
  const { member: me } = useSession();
  const mine = sheet.memberId === me.id;
  const may = sheet.may.includes("interview");
  const [on, setOn] = useState(sheet.interview?.on ?? today);
  const [points, setPoints] = useState(sheet.interview?.points ?? "");
  const [plan, setPlan] = useState(sheet.interview?.plan ?? "");
  const [checked, setChecked] = useState<readonly string[]>(sheet.interview?.checklist ?? []);
  const record = useAct(recordInterview, t("interview.kept"));
  const params = { sheetId: sheet.id };
  if (!may && sheet.interview === null && !sheet.interviewNeeded) return null;
  return (
    <section aria-label={t("interview.title")}>
      <h2 className="cycles-head">{t("interview.title")}</h2>
      {sheet.interviewNeeded && sheet.interview === null && (
        <Alert type="warning" showIcon title={t("interview.needed")} className="sheet-act" />
      )}
      {sheet.interview && (
        <div className="interview">
          <p className="muted">{formatDay(sheet.interview.on, locale)}</p>
          <p>{sheet.interview.points}</p>
          {sheet.interview.plan && (
            <p>
              <strong>{t("interview.plan")}</strong> {sheet.interview.plan}
            </p>
          )}
        </div>
      )}
      {may && mine && (
        <Button
          type="primary"
          size="large"
          loading={record.isPending}
          onClick={() => record.mutate({ params, body: {} })}
        >
          {t("interview.sign")}
        </Button>
      )}
      {may && !mine && (
        <div className="card sheet-form no-print">
          <DesignField label={t("interview.on")}>
            <Input
              type="date"
              className="interview-day"
              value={on}
              max={today}
              aria-label={t("interview.on")}
              onChange={({ target }) => setOn(target.value === "" ? today : target.value)}
            />
          </DesignField>
          <Checkbox.Group
            aria-label={t("interview.checklist")}
            value={[...checked]}
            options={CHECKLIST.map((key) => ({ value: key, label: t(`interview.check.${key}`) }))}
            onChange={(next) => setChecked(next.map(String))}
          />
          <DesignField label={t("interview.points")}>
            <Input.TextArea
              rows={4}
              value={points}
              aria-label={t("interview.points")}
              onChange={({ target }) => setPoints(target.value)}
            />
          </DesignField>
          <DesignField label={t("interview.plan")}>
            <Input.TextArea
              rows={3}
              value={plan}
              aria-label={t("interview.plan")}
              onChange={({ target }) => setPlan(target.value)}
            />
          </DesignField>
          <Button
            type="primary"
            disabled={points.trim() === "" || on === ""}
            loading={record.isPending}
            onClick={() =>
              record.mutate({
                params,
                body: { interview: { on, points: points.trim(), plan: plan.trim(), checklist: [...checked] } },
              })
            }
          >
            {t("interview.keep")}
          </Button>
        </div>
      )}
    </section>
  );
}
