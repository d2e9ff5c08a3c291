import { lockPlan, planDiff, planVersions } from "@dabiao/core/goals/plan-contract.ts";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Drawer, Input, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { usePermissions } from "../../people/session.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { saveDiff } from "./save-diff.ts";

interface VersionsDrawerProps {
  readonly kpi: string;
  readonly period: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAsOf: (at: string) => void;
}

/** What was published when and why; two versions beside each other; the lock of the whole plan. */
export function VersionsDrawer({ kpi, period, open, onClose, onAsOf }: VersionsDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const nameOf = usePeopleNames();
  const [pair, setPair] = useState<readonly [number, number] | null>(null);
  const versions = useQuery({
    queryKey: ["goals", "versions", kpi, period],
    queryFn: ({ signal }) => call(planVersions, { body: { kpi, period }, signal }),
    enabled: open,
  });
  return (
    <Drawer open={open} onClose={onClose} size={isPhone ? "100%" : 560} title={t("goals.versions")}>
      <Region query={versions}>
        {({ items, lock }) => {
          const newest = items[0]?.version ?? 0;
          const [from, to] = pair ?? [Math.max(0, newest - 1), newest];
          const numbers = [...items.map(({ version }) => version), 0];
          const options = numbers.map((value) => ({
            value,
            label: value === 0 ? t("goals.version.none") : t("goals.version", { version: value }),
          }));
          return (
            <>
              <PlanLock kpi={kpi} period={period} lock={lock} />
              {items.length === 0 && <p className="muted">{t("goals.versions.none")}</p>}
              <ul className="goal-history">
                {items.map(({ version, at, memberId, note, edits }) => (
                  <li key={version}>
                    <strong>{t("goals.version", { version })}</strong>
                    <span>{note}</span>
                    <span className="muted">
                      {t("goals.versions.by", {
                        who: memberId ? nameOf(memberId) : t("goals.system"),
                        at: formatMoment(at, locale),
                        count: edits,
                      })}
                    </span>
                    <Button size="small" onClick={() => onAsOf(at)}>
                      {t("goals.versions.see")}
                    </Button>
                  </li>
                ))}
              </ul>
              {items.length > 0 && (
                <>
                  <Space wrap>
                    <Select
                      value={from}
                      options={options}
                      aria-label={t("goals.diff.from")}
                      onChange={(value) => setPair([value, to])}
                    />
                    <Select
                      value={to}
                      options={options}
                      aria-label={t("goals.diff.to")}
                      onChange={(value) => setPair([from, value])}
                    />
                  </Space>
                  <Diff kpi={kpi} period={period} from={from} to={to} />
                </>
              )}
            </>
          );
        }}
      </Region>
    </Drawer>
  );
}

interface DiffProps {
  readonly kpi: string;
  readonly period: string;
  readonly from: number;
  readonly to: number;
}

function Diff({ kpi, period, from, to }: DiffProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const body = { kpi, period, from: { version: from }, to: { version: to } };
  const diff = useInfiniteQuery({
    queryKey: ["goals", "diff", body],
    queryFn: ({ pageParam, signal }) =>
      call(planDiff, { body: { ...body, page: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Region query={diff}>
      {({ pages }) => (
        <>
          <table className="goal-preview">
            <thead>
              <tr>
                <th scope="col">{t("goals.who")}</th>
                <th scope="col" className="goal-figure">
                  {t("goals.diff.before")}
                </th>
                <th scope="col" className="goal-figure">
                  {t("goals.diff.after")}
                </th>
                <th scope="col">{t("goals.diff.why")}</th>
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap(({ items }) => items)
                .map((line) => (
                  <tr key={`${line.name}${line.period}${line.slice}`}>
                    <th scope="row">
                      {line.name} {shortPeriodName(line.period, locale)}
                    </th>
                    <td className="goal-figure">{amountText(line.before)}</td>
                    <td className="goal-figure">{amountText(line.after)}</td>
                    <td>
                      {line.reason} <span className="muted">{line.memberName}</span>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          <Space>
            {diff.hasNextPage && <Button onClick={() => void diff.fetchNextPage()}>{t("goals.moreEdits")}</Button>}
            <Button onClick={() => void saveDiff(body)}>{t("goals.diff.save")}</Button>
          </Space>
        </>
      )}
    </Region>
  );
}

interface PlanLockProps {
  readonly kpi: string;
  readonly period: string;
  readonly lock: { readonly at: string; readonly memberId: string | null; readonly reason: string } | null;
}

function PlanLock({ kpi, period, lock }: PlanLockProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const nameOf = usePeopleNames();
  const canLock = usePermissions().has("goals.manage");
  const [reason, setReason] = useState("");
  const change = useMutation({
    mutationFn: () => call(lockPlan, { body: { kpi, period, locked: lock === null, reason: reason.trim() } }),
    onSuccess: async () => {
      setReason("");
      await client.invalidateQueries({ queryKey: ["goals"] });
    },
    onError: (error) => message.error(refusalText(error)),
  });
  return (
    <>
      {lock && (
        <Alert
          type="info"
          className="goal-alert"
          title={t("goals.plan.lockedBy", {
            who: lock.memberId ? nameOf(lock.memberId) : t("goals.system"),
            at: formatMoment(lock.at, locale),
            reason: lock.reason,
          })}
        />
      )}
      {canLock && (
        <Space.Compact block className="goal-alert">
          <Input
            value={reason}
            maxLength={500}
            placeholder={t("goals.reason")}
            aria-label={t("goals.reason")}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button disabled={reason.trim() === ""} loading={change.isPending} onClick={() => change.mutate()}>
            {t(lock ? "goals.plan.unlock" : "goals.plan.lock")}
          </Button>
        </Space.Compact>
      )}
    </>
  );
}
