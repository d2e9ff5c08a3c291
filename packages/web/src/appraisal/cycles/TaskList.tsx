import type { AppraisalTask } from "@dabiao/core/appraisal/cycle.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import "./cycle-messages.ts";
import "./cycles.css";

interface TaskListProps {
  readonly tasks: readonly AppraisalTask[];
  readonly meId: string;
}

/** What somebody has to do in an appraisal, each a link to the sheet it is done on. */
export function TaskList({ tasks, meId }: TaskListProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="cycle-list">
      {tasks.map((task) => (
        <li key={task.id} className="card cycle-row">
          <span className="cycle-name">
            <PathLink to={`/kpi/sheets/${task.sheetId}`}>
              {t(task.memberId === meId ? `task.mine.${task.stage}` : `task.of.${task.stage}`, { name: task.name })}
            </PathLink>
            <span className="muted">
              {localText(task.cycle, locale)}
              {task.assigneeId !== null && task.assigneeId !== meId ? ` · ${task.assignee}` : ""}
            </span>
          </span>
          {task.dueOn && <span className="muted">{t("task.due", { day: formatDay(task.dueOn, locale) })}</span>}
          {task.state === "overdue" && <Tag color="error">{t("task.overdue")}</Tag>}
          {task.escalated && <Tag color="warning">{t("task.escalated")}</Tag>}
        </li>
      ))}
    </ul>
  );
}
