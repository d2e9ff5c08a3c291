import type { ViewBody } from "@dabiao/core/model/kinds/view.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { type Definition, text } from "../define.ts";

interface ViewOptions extends Omit<Partial<ViewBody>, "columns" | "label" | "object"> {
  readonly columns: string;
}

/** Columns are written as one line: `name customer.industry amount`. */
function view(
  key: string,
  object: string,
  zh: string,
  en: string,
  { columns, ...options }: ViewOptions,
): Definition<ViewBody> {
  const body: ViewBody = {
    object,
    label: text(zh, en),
    type: "grid",
    sort: [],
    shared: true,
    order: 100,
    columns: columns.split(" ").map((path) => ({ field: path.split(".") })),
    ...options,
  };
  return { kind: "view", key, body };
}

const MINE: Filter = { field: ["owner"], op: "mine" };
const OPEN_DEALS: Filter = {
  field: ["stage"],
  op: "in",
  value: ["prospecting", "analysis", "proposal", "negotiation"],
};
const DEAL_COLUMNS = "name customer amount stage expected_close_on next_step next_on owner";

export const views = [
  view("opportunity_open", "opportunity", "在跟商机", "Open deals", {
    columns: DEAL_COLUMNS,
    filter: OPEN_DEALS,
    order: 10,
  }),
  view("opportunity_mine", "opportunity", "我的商机", "My deals", {
    columns: DEAL_COLUMNS,
    filter: { and: [OPEN_DEALS, MINE] },
    order: 20,
  }),
  view("opportunity_board", "opportunity", "阶段看板", "Stage board", {
    type: "kanban",
    group: ["stage"],
    columns: "name customer amount next_on owner",
    order: 30,
  }),
  view("opportunity_calendar", "opportunity", "签约日历", "Closing calendar", {
    type: "calendar",
    date: ["expected_close_on"],
    filter: OPEN_DEALS,
    columns: "name amount owner",
    order: 40,
  }),
  view("opportunity_closing", "opportunity", "本月要签", "Closing this month", {
    columns: DEAL_COLUMNS,
    filter: { and: [OPEN_DEALS, { field: ["expected_close_on"], op: "period", value: "this_month" }] },
    sort: [{ field: ["amount"], descending: true }],
    order: 50,
  }),
  view("opportunity_all", "opportunity", "全部商机", "All deals", {
    columns: `${DEAL_COLUMNS} closed_on source`,
    order: 60,
  }),
  view("lead_new", "lead", "待跟进线索", "Leads to follow up", {
    columns: "name company contact_name phone status source received_on next_on owner",
    filter: { field: ["status"], op: "in", value: ["new", "contacted"] },
    order: 10,
  }),
  view("lead_all", "lead", "全部线索", "All leads", {
    columns: "name company phone status source received_on owner",
    order: 20,
  }),
  view("lead_board", "lead", "状态看板", "Status board", {
    type: "kanban",
    group: ["status"],
    columns: "name company next_on owner",
    order: 30,
  }),
  view("customer_all", "customer", "全部客户", "All customers", {
    columns: "name tier industry state region phone last_visit_on owner",
    order: 10,
  }),
  view("customer_mine", "customer", "我的客户", "My customers", {
    columns: "name tier industry state phone last_visit_on",
    filter: MINE,
    order: 20,
  }),
  view("visit_recent", "visit", "近期跟进", "Recent follow-ups", {
    columns: "subject kind customer happened_on met_decider next_step next_on owner",
    sort: [{ field: ["happened_on"], descending: true }],
    order: 10,
  }),
  view("visit_calendar", "visit", "拜访日历", "Visit calendar", {
    type: "calendar",
    date: ["happened_on"],
    columns: "subject customer owner",
    order: 20,
  }),
  view("contract_all", "contract", "全部合同", "All contracts", {
    columns: "contract_no name customer amount received status signed_on owner",
    sort: [{ field: ["signed_on"], descending: true }],
    order: 10,
  }),
  view("payment_plan_due", "payment_plan", "应收计划", "Dues", {
    columns: "name contract customer due_on amount received owner",
    sort: [{ field: ["due_on"], descending: false }],
    order: 10,
  }),
  view("receipt_all", "receipt", "回款记录", "Receipts", {
    columns: "name customer contract amount received_on method owner",
    sort: [{ field: ["received_on"], descending: true }],
    order: 10,
  }),
  view("task_open", "task", "待办任务", "Open tasks", {
    columns: "name due_on priority customer status owner",
    filter: { field: ["status"], op: "eq", value: "open" },
    sort: [{ field: ["due_on"], descending: false }],
    order: 10,
  }),
  view("order_line_all", "order_line", "订单明细", "Order lines", {
    columns: "line_no order product_name category region ordered_on amount quantity profit",
    sort: [{ field: ["ordered_on"], descending: true }],
    order: 10,
  }),
] as const;
