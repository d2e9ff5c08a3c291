import { useTranslation } from "react-i18next";
import { formatDay } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { type Status, StatusMark } from "../kit/StatusMark.tsx";
import type { NextStep, Urgency } from "./next-step.ts";

const MARKS: Readonly<Record<Urgency, Status>> = { overdue: "off", today: "watch", future: "ok", none: "none" };

/** ◆ 逾期 4 天, ▲ 今天, ● 3月12日, ○ 无下一步. */
export function NextStepMark({ step }: { readonly step: NextStep }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = t(`next.${step.urgency}`, { days: step.late, day: step.day ? formatDay(step.day, locale) : "" });
  return (
    <span className="next-step">
      <span aria-hidden="true" className="next-step-shape">
        <StatusMark status={MARKS[step.urgency]} word={false} />
      </span>
      {words}
    </span>
  );
}
