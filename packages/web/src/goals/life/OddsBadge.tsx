import { goalOdds, type Odds } from "@dabiao/core/goals/odds-contract.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Tooltip } from "antd";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { amountText } from "../amount-text.ts";
import "./messages.ts";
import "./life.css";

interface OddsBadgeProps {
  readonly kpi: string;
  readonly period: string;
  readonly subject: Subject;
  /** The target as it is typed, a decimal; the one that counts now when left out. */
  readonly target?: string | null;
}

/** 达成可能: the chance of a target from history, open deals and headcount, and what it rests on. */
export function OddsBadge({ kpi, period, subject, target }: OddsBadgeProps) {
  const typed = useDeferredValue(target ?? null);
  const asked = typed === null ? { subject } : { subject, target: typed };
  const { data } = useQuery({
    queryKey: ["goals", "odds", kpi, period, asked],
    queryFn: ({ signal }) => call(goalOdds, { body: { kpi, period, subjects: [asked] }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const odds = data?.odds[0];
  return odds?.target == null ? null : <OddsMark odds={odds} />;
}

/** One chance, read already. */
export function OddsMark({ odds }: { readonly odds: Odds }) {
  const { t } = useTranslation();
  const text =
    odds.chance === null
      ? t("odds.unknown")
      : t(odds.flagged ? "odds.flagged" : "odds.chance", { chance: formatPercent(decimal(odds.chance)) });
  return (
    <Tooltip title={<OddsReasons odds={odds} />}>
      <button type="button" className="odds" data-flagged={odds.flagged}>
        {text}
      </button>
    </Tooltip>
  );
}

/** What a chance rests on, said so that it can be argued with. */
export function OddsReasons({ odds }: { readonly odds: Odds }) {
  const { t } = useTranslation();
  const { sample, likely, pipeline, heads } = odds;
  const lines = [
    odds.basis === null
      ? t("odds.thin", { own: sample.own, peers: sample.peers })
      : t(`odds.basis.${odds.basis}`, { own: sample.own, peers: sample.peers }),
    ...(odds.usual !== null && odds.best !== null
      ? [t("odds.history", { usual: amountText(odds.usual), best: amountText(odds.best) })]
      : []),
    ...(likely
      ? [
          t("odds.likely", {
            safe: amountText(likely.safe),
            middle: amountText(likely.middle),
            rare: amountText(likely.rare),
          }),
        ]
      : []),
    ...(pipeline
      ? [
          t("odds.pipeline", {
            deals: pipeline.deals,
            amount: amountText(pipeline.amount),
            rate: formatPercent(decimal(pipeline.winRate)),
          }),
        ]
      : []),
    ...(heads ? [t("odds.heads", { people: heads.people, effective: heads.effective })] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
