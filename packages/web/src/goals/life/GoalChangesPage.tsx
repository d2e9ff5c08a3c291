import type { GoalChange } from "@dabiao/core/goals/goal-change.ts";
import { listGoalChanges } from "@dabiao/core/goals/goal-change-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Empty, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { useUrlState } from "../../kit/use-url-state.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { ChangeDrawer } from "./ChangeDrawer.tsx";
import { EffectText } from "./EffectText.tsx";
import { ProposeDrawer } from "./ProposeDrawer.tsx";
import { ScrollTable } from "./ScrollTable.tsx";
import "./messages.ts";
import "./change-messages.ts";

const ChangesState = z.object({
  /** The change whose drawer is open. */
  id: z.uuid().optional().catch(undefined),
  propose: z.coerce.boolean().optional().catch(undefined),
  state: z.enum(["submitted", "posted", "rejected", "withdrawn"]).optional().catch(undefined),
});

/** 变更: changes of targets in the middle of a period, proposed, approved and readable in both versions. */
export function GoalChangesPage() {
  const { t } = useTranslation();
  const [state, change] = useUrlState(ChangesState);
  const query = useInfiniteQuery({
    queryKey: ["goals", "changes", state.state],
    queryFn: ({ pageParam, signal }) =>
      call(listGoalChanges, {
        query: {
          limit: 50,
          ...(state.state ? { state: state.state } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <PageHead
        title={t("change.title")}
        actions={
          <Button type="primary" onClick={() => change({ propose: true })}>
            {t("change.propose")}
          </Button>
        }
      />
      <div className="life-controls">
        <Select
          allowClear
          style={{ minWidth: 140 }}
          aria-label={t("change.state")}
          placeholder={t("change.state")}
          value={state.state ?? null}
          options={ChangesState.shape.state
            .unwrap()
            .unwrap()
            .options.map((value) => ({ value, label: t(`change.state.${value}`) }))}
          onChange={(next) => change({ state: next ?? undefined })}
        />
        <span className="life-note">{t("change.hint")}</span>
      </div>
      <Region query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty description={t("change.none")} />;
          return (
            <>
              <ScrollTable
                label={t("change.title")}
                heads={["what", "days", "fromTo", "state", "by"].map((key) => ({
                  key,
                  label: t(`change.head.${key}`),
                }))}
              >
                {items.map((item) => (
                  <ChangeRow key={item.id} item={item} onOpen={() => change({ id: item.id })} />
                ))}
              </ScrollTable>
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("life.more")}
                </Button>
              )}
            </>
          );
        }}
      </Region>
      {state.id && <ChangeDrawer id={state.id} onClose={() => change({ id: undefined })} />}
      {state.propose && (
        <ProposeDrawer onClose={(id) => change({ propose: undefined, ...(id === undefined ? {} : { id }) })} />
      )}
    </>
  );
}

function ChangeRow({ item, onOpen }: { readonly item: GoalChange; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kpis } = useMetrics();
  const kpi = kpis.find(({ key }) => key === item.body.kpi);
  const approved = item.verdicts.filter(({ approves }) => approves).length;
  return (
    <tr>
      <td className="life-wide">
        <button type="button" className="life-open" onClick={onOpen}>
          {kpi ? localText(kpi.label, locale) : item.body.kpi} <EffectText kpi={kpi} effect={item.body.effect} />
        </button>
        <div className="life-note">{item.body.reason}</div>
      </td>
      <td>{t("life.span", { from: item.body.from, to: item.until })}</td>
      <td>{t("life.fromTo", { from: amountText(item.summary.before), to: amountText(item.summary.after) })}</td>
      <td>
        <Tag>{t(`change.state.${item.state}`)}</Tag>
        {item.state === "submitted" && (
          <div className="life-note">{t("change.approvals", { approved, needed: item.summary.approvals })}</div>
        )}
        {item.mine !== null && item.mine.seenAt === null && <div className="life-note">{t("change.unread")}</div>}
      </td>
      <td>
        {item.proposedBy?.name ?? t("change.system")}
        <div className="life-note">{formatMoment(item.proposedAt, locale)}</div>
      </td>
    </tr>
  );
}
