import type { ManualDuty } from "@dabiao/core/metrics/manual-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { periodName } from "../period-name.ts";
import { useMetrics } from "../use-metrics.ts";

interface DutyListProps {
  readonly duties: readonly ManualDuty[];
  readonly chosen: { readonly metric: string; readonly period: string };
  readonly onChoose: (duty: ManualDuty) => void;
}

/** What is to be entered or confirmed, the most urgent first. */
export function DutyList({ duties, chosen, onChoose }: DutyListProps) {
  const { t } = useTranslation();
  return (
    <nav className="entry-duties" aria-label={t("entry.mine")}>
      {duties.map((duty) => (
        <Duty
          key={`${duty.metric} ${duty.period}`}
          duty={duty}
          isChosen={duty.metric === chosen.metric && duty.period === chosen.period}
          onChoose={() => onChoose(duty)}
        />
      ))}
    </nav>
  );
}

interface DutyProps {
  readonly duty: ManualDuty;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Duty({ duty, isChosen, onChoose }: DutyProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  const { missing, waiting, returned, isOverdue, due } = duty;
  const isDone = missing + waiting + returned === 0;
  return (
    <button type="button" className="entry-duty" aria-current={isChosen} onClick={onChoose}>
      <strong>{localText(duty.label, locale)}</strong>
      <span>{periodName(duty.period, calendar, locale)}</span>
      <span className="entry-tags">
        {isDone && <Tag color="success">{t("entry.done")}</Tag>}
        {missing > 0 && duty.mayEnter && <Tag>{t("entry.missing", { count: missing })}</Tag>}
        {waiting > 0 && <Tag color="processing">{t("entry.waiting", { count: waiting })}</Tag>}
        {returned > 0 && <Tag color="warning">{t("entry.returned", { count: returned })}</Tag>}
        {isOverdue && !isDone && <Tag color="error">{t("entry.overdue")}</Tag>}
      </span>
      <span className="muted">{t("entry.due", { due })}</span>
    </button>
  );
}
