import type { Blocker } from "@dabiao/core/appraisal/cycle.ts";
import { SHEET_STATES } from "@dabiao/core/appraisal/cycle.ts";
import { useQuery } from "@tanstack/react-query";
import { Progress, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { PathLink } from "../../kit/PathLink.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { anomaliesQuery } from "../queries.ts";
import { shownNumber } from "../rule/shown-number.ts";
import type { CycleDetail } from "./CyclePage.tsx";

/** Who is where, how the stages go, what stands in the way of the next step and who was reminded of it. */
export function ProgressTab({ cycle }: { readonly cycle: CycleDetail }) {
  const { t } = useTranslation();
  return (
    <div className="cycle-columns">
      <section aria-label={t("cycle.where")}>
        <h2 className="cycles-head">{t("cycle.where")}</h2>
        <ul className="cycle-states">
          {SHEET_STATES.filter((state) => (cycle.states[state] ?? 0) > 0).map((state) => (
            <li key={state}>
              <span>{t(`sheet.state.${state}`)}</span>
              <strong>{cycle.states[state]}</strong>
            </li>
          ))}
        </ul>
        {cycle.progress.length > 0 && <h2 className="cycles-head">{t("cycle.stages")}</h2>}
        <ul className="cycle-progress">
          {cycle.progress.map(({ stage, total, done, overdue, percent, medianHours }) => (
            <li key={stage}>
              <span>
                {t(`stage.${stage}`)} {t("cycle.done", { done, total })}
                {overdue > 0 && <Tag color="error">{t("cycle.overdue", { count: overdue })}</Tag>}
              </span>
              <Progress
                percent={Number(percent ?? 0)}
                size="small"
                showInfo={false}
                aria-label={t("cycle.stageDone", { stage: t(`stage.${stage}`) })}
              />
              {medianHours !== null && (
                <span className="muted">{t("cycle.median", { hours: shownNumber(medianHours, 1) })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t("cycle.blockers")}>
        <h2 className="cycles-head">{t("cycle.blockers")}</h2>
        {cycle.blockers.length === 0 ? (
          <p>
            <StatusMark status="ok" word={false} /> {t("cycle.blockers.none")}
          </p>
        ) : (
          <ul className="blockers">
            {cycle.blockers.map((blocker) => (
              <BlockerRow key={`${blocker.kind}${blocker.sheetId}${blocker.name}`} blocker={blocker} />
            ))}
          </ul>
        )}
        {cycle.blockersMore && <p className="muted">{t("cycle.blockers.more")}</p>}
        {cycle.mayManage && <Anomalies cycleId={cycle.id} />}
      </section>
    </div>
  );
}

function BlockerRow({ blocker: { kind, sheetId, name, items, waitsFor } }: { readonly blocker: Blocker }) {
  const { t } = useTranslation();
  const others = waitsFor.map((each) => each.name).filter((each) => each !== name);
  return (
    <li>
      <StatusMark status="off" word={false} />
      <span>
        {sheetId ? <PathLink to={`/kpi/sheets/${sheetId}`}>{name}</PathLink> : name} {t(`blocker.${kind}`)}
        {items.length > 0 && <span className="muted"> {items.join("、")}</span>}
        {others.length > 0 && <span className="muted"> {t("cycle.waitsFor", { names: others.join("、") })}</span>}
      </span>
    </li>
  );
}

function Anomalies({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTranslation();
  const found = useQuery(anomaliesQuery(cycleId)).data?.anomalies ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <h2 className="cycles-head">{t("cycle.anomalies")}</h2>
      <ul className="blockers">
        {found.map((anomaly) => (
          <li key={`${anomaly.kind}${anomaly.sheetId}${anomaly.name}${anomaly.role}`}>
            <StatusMark status="watch" word={false} />
            <span>
              {anomaly.sheetId ? (
                <PathLink to={`/kpi/sheets/${anomaly.sheetId}`}>{anomaly.name}</PathLink>
              ) : (
                anomaly.name
              )}{" "}
              {t(`anomaly.${anomaly.kind}`)}
              {anomaly.items.length > 0 && <span className="muted"> {anomaly.items.join("、")}</span>}
              {anomaly.waitsFor.length > 0 && (
                <span className="muted">
                  {" "}
                  {t("cycle.waitsFor", { names: anomaly.waitsFor.map(({ name }) => name).join("、") })}
                </span>
              )}
              {anomaly.reminders > 0 && <Tag>{t("anomaly.reminded", { count: anomaly.reminders })}</Tag>}
              {anomaly.escalated && <Tag color="warning">{t("task.escalated")}</Tag>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
