import { periodOf } from "@dabiao/core/calendar/period.ts";
import { setTargets } from "@dabiao/core/goals/contract.ts";
import { type FunnelLine, reverseFunnelContract } from "@dabiao/core/goals/odds-contract.ts";
import { weekAmounts } from "@dabiao/core/goals/reverse-funnel.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { useUrlState } from "../../kit/use-url-state.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { usePermissions } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { KpiPeriodBar, KpiSelect } from "./KpiPeriodBar.tsx";
import { ScrollTable } from "./ScrollTable.tsx";
import { useLifeAct } from "./use-life-act.ts";
import "./messages.ts";

const FunnelState = z.object({
  kpi: z.string().max(40).optional().catch(undefined),
  activity: z.string().max(40).optional().catch(undefined),
  period: z.coerce.string().max(20).optional().catch(undefined),
});

/** 反推过程目标: the weekly activity each person's target takes, accepted line by line. */
export function FunnelPage() {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const { kpis, calendar, today } = useMetrics();
  const permissions = usePermissions();
  const [state, change] = useUrlState(FunnelState);
  const results = kpis.filter(({ type, metric }) => type === "result" && metric.unit.kind !== "percent");
  const activities = kpis.filter(({ type, metric }) => type === "process" && metric.unit.kind === "count");
  const kpi = state.kpi ?? results[0]?.key ?? "";
  const activity =
    activities.find(({ key }) => key === state.activity) ??
    activities.find(({ key }) => key.includes("visit")) ??
    activities[0];
  const period = state.period ?? periodOf(today, "month", calendar).key;
  const query = useQuery({
    queryKey: ["goals", "funnel", kpi, activity?.key, period],
    queryFn: ({ signal }) =>
      call(reverseFunnelContract, { body: { kpi, period, activity: activity?.key ?? "" }, signal }),
    enabled: kpi !== "" && activity !== undefined,
  });
  const accept = useLifeAct(async (lines: readonly FunnelLine[]) => {
    const weeks = query.data?.weeks ?? [];
    const rows = lines.flatMap(({ member, proposal }) => {
      if (!proposal) return [];
      const amounts = weekAmounts(
        decimal(proposal.perWeek),
        weeks.map(({ workdays }) => workdays),
        decimal(1),
      );
      return weeks.map((week, index) => ({
        subject: { kind: "member" as const, id: member.id },
        period: week.period,
        amount: amounts[index]?.toFixed() ?? proposal.perWeek,
      }));
    });
    await call(setTargets, { body: { kpi: activity?.key ?? "", rows, reason: t("funnel.reason") } });
  }, t("funnel.accepted"));
  if (results.length === 0 || !activity) return <Empty description={t("funnel.noKpi")} />;
  return (
    <>
      <PageHead title={t("funnel.title")} />
      <p className="life-note">{t("funnel.hint")}</p>
      <KpiPeriodBar kpi={kpi} period={period} kpis={results} onChange={change}>
        <KpiSelect
          kpis={activities}
          value={activity.key}
          label={t("funnel.activity")}
          onChange={(key) => change({ activity: key })}
        />
      </KpiPeriodBar>
      {accept.error && <Alert type="error" title={refusalText(accept.error)} className="life-alert" />}
      <Region query={query}>
        {({ lines, weeks }) => {
          const open = lines.filter(({ proposal }) => proposal !== null);
          if (lines.length === 0) return <Empty description={t("funnel.none")} />;
          return (
            <>
              <ScrollTable
                label={t("funnel.title")}
                heads={["who", "result", "perWeek", "rates", "basis", "standing", "act"].map((key) => ({
                  key,
                  label: t(`funnel.${key}`),
                  isFigure: key === "result" || key === "perWeek",
                }))}
              >
                {lines.map((line) => (
                  <FunnelRow
                    key={line.member.id}
                    line={line}
                    mayAccept={permissions.has("goals.manage")}
                    isBusy={accept.isPending}
                    onAccept={() => accept.mutate([line])}
                  />
                ))}
              </ScrollTable>
              <p className="life-note">{t("funnel.weeks", { count: weeks.length })}</p>
              {permissions.has("goals.manage") && open.length > 1 && (
                <Button loading={accept.isPending} onClick={() => accept.mutate(open)}>
                  {t("funnel.acceptAll", { count: open.length })}
                </Button>
              )}
            </>
          );
        }}
      </Region>
    </>
  );
}

interface FunnelRowProps {
  readonly line: FunnelLine;
  readonly mayAccept: boolean;
  readonly isBusy: boolean;
  readonly onAccept: () => void;
}

function FunnelRow({ line: { member, result, proposal, standing }, mayAccept, isBusy, onAccept }: FunnelRowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>{member.name}</td>
      <td className="life-figure">{amountText(result)}</td>
      <td className="life-figure">
        {proposal ? proposal.perWeek : NO_NUMBER}
        {proposal?.uncapped && <div className="life-note">{t("funnel.capped", { uncapped: proposal.uncapped })}</div>}
      </td>
      <td className="life-wide">
        {proposal &&
          t("funnel.rate", {
            conversion: formatPercent(decimal(proposal.conversion)),
            ticket: amountText(proposal.ticket),
            deals: amountText(proposal.deals),
          })}
        {proposal && decimal(proposal.savedByFivePoints).gt(0) && (
          <div className="life-note">{t("funnel.saved", { count: proposal.savedByFivePoints })}</div>
        )}
      </td>
      <td>
        {proposal ? t(`funnel.basis.${proposal.basis}`) : t("funnel.basis.none")}
        {proposal && (
          <div className="life-note">
            {t("funnel.sample", { activity: proposal.sample.activity, deals: proposal.sample.deals })}
          </div>
        )}
      </td>
      <td>{standing.length === 0 ? NO_NUMBER : standing.map(({ amount }) => amount).join(" / ")}</td>
      <td>
        {proposal && mayAccept && (
          <Button size="small" disabled={isBusy} onClick={onAccept}>
            {t("funnel.accept")}
          </Button>
        )}
      </td>
    </tr>
  );
}
