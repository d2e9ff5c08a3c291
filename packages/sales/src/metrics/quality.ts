import { text } from "../define.ts";
import { count, is, metric, oneOf, PERCENT } from "./define.ts";
import { counted, share, valued } from "./measures.ts";

const DUE = oneOf("status", ["open", "done"]);

export const qualityMetrics = [
  metric("customer_completeness", "客户资料完整率", "Completeness of customer files", {
    group: "quality",
    unit: PERCENT,
    dimensions: [["kind"], ["tier"], ["region"]],
    description: text(
      "期内建档客户 8 项要紧资料的平均填写比例",
      "Mean share of eight important fields filled in, by filing day",
    ),
    measure: valued("customer.filed_on", "avg", "[completeness]"),
  }),
  metric("entry_timely_rate", "录入及时率", "Recorded in time", {
    group: "quality",
    unit: PERCENT,
    dimensions: [["kind"]],
    description: text("次日内录入的跟进占比", "Share of follow-ups recorded by the next day"),
    measure: share("visit.happened_on", "DATEDIFF([happened_on], [recorded_on]) <= 1"),
  }),
  metric("next_step_rate", "下一步填写率", "Next steps filled in", {
    group: "quality",
    unit: PERCENT,
    dimensions: [["kind"]],
    description: text("写明下一步的跟进占比", "Share of follow-ups with a next step"),
    measure: share("visit.happened_on", "NOT(ISEMPTY([next_step]))"),
  }),
  metric("loss_reason_rate", "输单原因填写率", "Reasons of losses filled in", {
    group: "quality",
    unit: PERCENT,
    measure: share("opportunity.closed_on", "NOT(ISEMPTY([loss_reason]))", is("stage", "lost")),
  }),
  metric("decision_maker_rate", "决策人识别率", "Decision makers known", {
    group: "quality",
    unit: PERCENT,
    dimensions: [
      ["product", "series"],
      ["customer", "industry"],
    ],
    description: text("新增商机中写明决策人的比例", "Share of new deals with a named decision maker"),
    measure: share("opportunity.engaged_on", "NOT(ISEMPTY([decision_maker]))"),
  }),
  metric("task_done_count", "完成任务数", "Tasks done", {
    group: "quality",
    unit: count("个", "tasks"),
    measure: counted("task.done_on", is("status", "done")),
  }),
  metric("overdue_task_rate", "逾期任务率", "Tasks overdue", {
    group: "quality",
    unit: PERCENT,
    direction: "down",
    dimensions: [["priority"]],
    description: text(
      "期内到期的任务中晚完成或已过期未完成的比例",
      "Share of the tasks due that were done late or are overdue",
    ),
    measure: share("task.due_on", "DATEDIFF([due_on], IFEMPTY([done_on], TODAY())) > 0", DUE),
  }),
] as const;
