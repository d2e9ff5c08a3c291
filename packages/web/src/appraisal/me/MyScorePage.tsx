import { useQuery } from "@tanstack/react-query";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { formatDay, formatMoment, fullStamp } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { useUrlState } from "../../kit/use-url-state.ts";
import { useSession } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { TaskList } from "../cycles/TaskList.tsx";
import { myScoreQuery, tasksQuery } from "../queries.ts";
import { LiveScoreView } from "./LiveScoreView.tsx";
import { ScoreHistoryList } from "./ScoreHistoryList.tsx";
import { TeamScores } from "./TeamScores.tsx";
import "./score-messages.ts";
import "./score.css";

const MyScoreState = z.object({ member: z.uuid().optional().catch(undefined) });

/** 我的记分卡: today's score, what each line is worth, and what waits to be signed. */
export function MyScorePage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { member: me } = useSession();
  const [{ member }] = useUrlState(MyScoreState);
  const mine = member === undefined || member === me.id;
  const score = useQuery(myScoreQuery(mine ? undefined : member));
  const tasks = useQuery({ ...tasksQuery("mine"), enabled: mine }).data?.items ?? [];
  return (
    <>
      <PageHead
        title={mine || !score.data ? t("score.title") : t("score.titleOf", { name: score.data.name })}
        beside={
          score.data && (
            <span className="muted" title={fullStamp(score.data.asOf, locale)}>
              {t("score.at", { at: formatMoment(score.data.asOf, locale) })}
            </span>
          )
        }
      />
      {mine && tasks.length > 0 && (
        <section className="score-tasks" aria-label={t("score.tasks")}>
          <TaskList tasks={tasks} meId={me.id} />
        </section>
      )}
      <Region query={score} rows={8}>
        {(data) => (
          <>
            {data.scores.length === 0 && (
              <Empty
                description={
                  data.nextStart ? t("score.none.next", { day: formatDay(data.nextStart, locale) }) : t("score.none")
                }
              >
                <PathLink to="/kpi">{t("score.none.board")}</PathLink>
              </Empty>
            )}
            {data.scores.map((each) => (
              <LiveScoreView key={`${each.card}${each.period}`} score={each} memberId={data.memberId} />
            ))}
            {mine && <TeamScores />}
            {data.history.length > 0 && <ScoreHistoryList history={data.history} />}
          </>
        )}
      </Region>
    </>
  );
}
