import type { DraftEdit, GoalFinding } from "@dabiao/core/goals/goal-draft.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { shortPeriodName } from "../../metrics/period-name.ts";
import { RegionFault } from "../../shell/RegionState.tsx";
import { findingsQuery } from "./use-draft.ts";

interface FindingListProps {
  readonly draftId: string;
  readonly onMend: (edits: DraftEdit[]) => void;
}

/** 校验: what stands in the way of publishing, where, and one press that mends it. */
export function FindingList({ draftId, onMend }: FindingListProps) {
  const { t } = useTranslation();
  const findings = useQuery(findingsQuery(draftId));
  if (findings.error) return <RegionFault error={findings.error} retry={() => void findings.refetch()} />;
  if (!findings.data) return null;
  const { findings: found, checkedNodes, truncated } = findings.data;
  return (
    <section className="goal-findings" aria-label={t("goals.draft.check")} aria-live="polite">
      <p className="muted">
        {t(found.length === 0 ? "goals.check.clean" : "goals.check.found", {
          count: found.length,
          nodes: checkedNodes,
        })}
        {truncated && t("goals.check.truncated")}
      </p>
      <ul className="goal-history">
        {found.map((finding, index) => (
          // Findings have no names of their own; the list is replaced as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <FindingLine key={index} finding={finding} onMend={onMend} />
        ))}
      </ul>
    </section>
  );
}

interface FindingLineProps {
  readonly finding: GoalFinding;
  readonly onMend: FindingListProps["onMend"];
}

function FindingLine({ finding, onMend }: FindingLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const figure = (value: string | null) => value && formatTable(decimal(value), { decimals: 2 });
  const { code, params } = finding;
  const sentence =
    code === "refused" && typeof params["code"] === "string"
      ? refusalSentence({ code: params["code"], params: params as Record<string, string> }, locale)
      : t(`goals.finding.${code}`, { ...params, amount: figure(finding.amount), other: figure(finding.other) });
  return (
    <li className="goal-finding">
      <StatusMark status={finding.level === "block" ? "off" : "watch"} word={false} />
      <span>
        <strong>
          {finding.name} {shortPeriodName(finding.period, locale)}
        </strong>{" "}
        {sentence}
      </span>
      <span className="goal-buttons">
        {finding.mends.map((mend) => (
          <Button key={mendName(mend)} size="small" onClick={() => onMend([mend])}>
            {t(`goals.mend.${mendName(mend)}`)}
          </Button>
        ))}
      </span>
    </li>
  );
}

function mendName(mend: DraftEdit): string {
  return mend.kind === "balance" ? `balance.${mend.by}` : mend.kind;
}
