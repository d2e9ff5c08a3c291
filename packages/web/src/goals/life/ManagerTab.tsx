import { managerGoals, nearChanges } from "@dabiao/core/goals/manager-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { Empty, Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { ScrollTable } from "./ScrollTable.tsx";

interface ManagerTabProps {
  readonly kpi: string;
  readonly period: string;
  readonly bar: ReactNode;
}

/** 经理目标: what every manager answers for, and goal changes made close to the own threshold. */
export function ManagerTab({ kpi, period, bar }: ManagerTabProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const managers = useQuery({
    queryKey: ["goals", "managers", kpi, period],
    queryFn: ({ signal }) => call(managerGoals, { body: { kpi, period }, signal }),
  });
  const changes = useQuery({
    queryKey: ["goals", "nearChanges", kpi, period],
    queryFn: ({ signal }) => call(nearChanges, { body: { kpi, period }, signal }),
  });
  return (
    <>
      {bar}
      <Region query={managers}>
        {({ rule, managers: rows }) => (
          <>
            <p className="life-note">{t(`life.manager.rule.${rule.kind}`)}</p>
            {rows.length === 0 ? (
              <Empty description={t("life.manager.none")} />
            ) : (
              <ScrollTable
                label={t("life.tab.manager")}
                heads={["unit", "leader", "others", "own", "goal", "set"].map((key, index) => ({
                  key,
                  label: t(`life.manager.${key}`),
                  isFigure: index > 1,
                }))}
              >
                {rows.map((row) => (
                  <tr key={row.unit.id}>
                    <td>{row.unit.name}</td>
                    <td>{row.leader.name}</td>
                    <td className="life-figure">{amountText(row.others)}</td>
                    <td className="life-figure">{amountText(row.own)}</td>
                    <td className="life-figure">{amountText(row.goal)}</td>
                    <td className="life-figure">{amountText(row.set)}</td>
                  </tr>
                ))}
              </ScrollTable>
            )}
          </>
        )}
      </Region>
      <h2 className="life-section">{t("life.near")}</h2>
      <p className="life-note">{t("life.near.hint")}</p>
      <Region query={changes}>
        {({ changes: rows }) =>
          rows.length === 0 ? (
            <Empty description={t("life.near.none")} />
          ) : (
            <ScrollTable
              label={t("life.near")}
              heads={["at", "leader", "goal", "attain", "reason"].map((key) => ({ key, label: t(`life.near.${key}`) }))}
            >
              {rows.map((row) => (
                <tr key={`${row.postingId}${row.manager.id}`}>
                  <td>{formatMoment(row.at, locale)}</td>
                  <td>{row.manager.name}</td>
                  <td>{t("life.fromTo", { from: amountText(row.goalBefore), to: amountText(row.goalAfter) })}</td>
                  <td>
                    {t("life.fromTo", { from: percent(row.attainBefore), to: percent(row.attainAfter) })}{" "}
                    {row.near && <Tag>{t("life.near.close")}</Tag>}
                  </td>
                  <td className="life-wide">{row.reason}</td>
                </tr>
              ))}
            </ScrollTable>
          )
        }
      </Region>
    </>
  );
}

function percent(value: string | null): string {
  return value === null ? NO_NUMBER : formatPercent(decimal(value));
}
