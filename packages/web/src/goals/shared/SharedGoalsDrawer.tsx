import { endSharedGoal, listSharedGoals } from "@dabiao/core/goals/agreement-contract.ts";
import type { RollUp, SharedGoal } from "@dabiao/core/goals/shared-goal.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Empty, Popconfirm, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { periodName } from "../../metrics/period-name.ts";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { usePermissions } from "../../people/session.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { SharedGoalForm } from "./SharedGoalForm.tsx";

interface SharedGoalsDrawerProps {
  readonly kpi: string;
  readonly period: string;
  readonly metrics: Metrics;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 共担与叠加目标: goals of several people, counted once above them, and overlays that are counted nowhere. */
export function SharedGoalsDrawer({ kpi, period, metrics, open, onClose }: SharedGoalsDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const canChange = usePermissions().has("goals.manage");
  const goals = useQuery({
    queryKey: ["goals", "shared", kpi, period],
    queryFn: ({ signal }) => call(listSharedGoals, { body: { kpi, period }, signal }),
    enabled: open,
  });
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={isPhone ? "100%" : 520}
      title={t("goals.shared.title", { period: periodName(period, metrics.calendar, locale) })}
    >
      <Region query={goals}>
        {(data) => (
          <>
            <RollUpFacts rollUp={data.rollUp} />
            {data.goals.length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("goals.shared.none")} />
            )}
            {data.goals.map((goal) => (
              <SharedGoalCard key={goal.id} goal={goal} canChange={canChange} />
            ))}
          </>
        )}
      </Region>
      {canChange && <SharedGoalForm kpi={kpi} period={period} />}
    </Drawer>
  );
}

/** What the roll-up counted, and what it left out on purpose. */
function RollUpFacts({ rollUp }: { readonly rollUp: RollUp }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <dl className="goal-facts">
      {(["own", "shared", "sharedPart", "total", "overlay"] as const).map((key) => (
        <div key={key}>
          <dt>{t(`goals.rollUp.${key}`)}</dt>
          <dd>{formatTile(decimal(rollUp[key]), locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function SharedGoalCard({ goal, canChange }: { readonly goal: SharedGoal; readonly canChange: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const end = useMutation({
    mutationFn: () => call(endSharedGoal, { params: { goal: goal.id }, body: { reason: t("goals.shared.ended") } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["goals"] }),
    onError: (error) => message.error(refusalText(error)),
  });
  return (
    <article className="commitment">
      <header>
        <strong>{goal.name}</strong>
        <Tag>{t(`goals.shared.kind.${goal.kind}`)}</Tag>
        <span>{formatTile(decimal(goal.amount), locale)}</span>
      </header>
      <ul className="goal-history">
        {goal.parts.map(({ memberId, name, amount }) => (
          <li key={memberId}>
            {t("goals.shared.part", {
              name,
              percent: goal.owners.find((owner) => owner.memberId === memberId)?.percent ?? "",
              amount: formatTile(decimal(amount), locale),
            })}
          </li>
        ))}
      </ul>
      <p className="muted">{goal.reason}</p>
      {canChange && goal.endedAt === null && (
        <Popconfirm title={t("goals.shared.end.sure")} onConfirm={() => end.mutate()}>
          <Button size="small" loading={end.isPending}>
            {t("goals.shared.end")}
          </Button>
        </Popconfirm>
      )}
    </article>
  );
}
