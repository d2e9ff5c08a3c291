import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { UploadStep } from "../imports/UploadStep.tsx";
import { PageHead } from "../kit/PageHead.tsx";
import { usedKpisQuery } from "../kpi/board-query.ts";
import { periodName } from "../metrics/period-name.ts";
import { useMetrics } from "../metrics/use-metrics.ts";
import { membersQuery } from "../metrics/use-names.ts";
import { useGo } from "../shell/use-go.ts";
import { SolutionStep } from "./SolutionStep.tsx";
import { StartStep } from "./StartStep.tsx";
import { TargetStep } from "./TargetStep.tsx";
import "./messages.ts";
import "./home.css";

/** 开通清单: from an empty installation to the first board. Each step says by itself whether it is done. */
export function StartPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const metrics = useMetrics();
  const used = useQuery(usedKpisQuery(metrics.kpis, metrics.today));
  const people = useQuery(membersQuery).data?.length ?? 0;
  const isInstalled = metrics.objects.length > 0;
  const lastMonth = used.data?.lastMonth ?? null;
  // Right after an import the figures are being looked for; what follows rests on them.
  const isLooking = used.isFetching && lastMonth === null;
  return (
    <>
      <PageHead
        title={t("start.title")}
        actions={metrics.kpis.length > 0 && <Button onClick={() => go("/kpi")}>{t("start.board")}</Button>}
      />
      <p className="muted">{t("start.intro")}</p>
      <ol className="start">
        <SolutionStep number={1} />
        <StartStep number={2} title={t("start.import")} done={lastMonth !== null}>
          <p className="muted">
            {lastMonth === null
              ? t("start.import.hint")
              : t("start.import.done", { month: periodName(lastMonth, metrics.calendar, locale) })}
          </p>
          {!isInstalled && <p className="muted">{t("start.first")}</p>}
          {isInstalled && lastMonth === null && !isLooking && <UploadStep back="start" />}
          {isInstalled && lastMonth !== null && (
            <Button onClick={() => go("/build/import/new?back=start")}>{t("start.import.more")}</Button>
          )}
        </StartStep>
        <StartStep number={3} title={t("start.members")} done={people > 1}>
          <p className="muted">{people > 1 ? t("start.members.done", { count: people }) : t("start.members.hint")}</p>
          <Button onClick={() => go("/build/members")}>{t("start.members.act")}</Button>
        </StartStep>
        <TargetStep
          number={4}
          metrics={metrics}
          used={used.data?.kpis ?? []}
          lastMonth={lastMonth}
          isLooking={isLooking}
        />
      </ol>
    </>
  );
}
