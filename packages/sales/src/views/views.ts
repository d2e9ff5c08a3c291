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
    columns: "name kind tier industry state region phone last_visit_on completeness owner",
    order: 10,
  }),
  view("customer_mine", "customer", "我的客户", "My customers", {
    columns: "name tier industry state phone last_visit_on",
    filter: MINE,
    order: 20,
  }),
  view("customer_key", "customer", "重点客户", "Key customers", {
    columns: "name kind industry region last_visit_on credit_limit owner",
    filter: { field: ["tier"], op: "eq", value: "a" },
    order: 30,
  }),
  view("contact_all", "contact", "全部联系人", "All contacts", {
    columns: "name customer title role phone email owner",
    order: 10,
  }),
  view("product_all", "product", "产品目录", "Products", {
    columns: "name series category list_price unit on_sale",
    sort: [{ field: ["series"], descending: false }],
    order: 10,
  }),
  view("quote_open", "quote", "等待答复的报价", "Quotes awaiting an answer", {
    columns: "name customer amount discount quoted_on valid_until owner",
    filter: { field: ["status"], op: "in", value: ["draft", "sent"] },
    sort: [{ field: ["valid_until"], descending: false }],
    order: 10,
  }),
  view("quote_all", "quote", "全部报价", "All quotes", {
    columns: "name customer amount discount status quoted_on answered_on owner",
    sort: [{ field: ["quoted_on"], descending: true }],
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
    columns: "contract_no name customer kind amount received status signed_on ends_on owner",
    sort: [{ field: ["signed_on"], descending: true }],
    order: 10,
  }),
  view("contract_ending", "contract", "90 天内到期待续", "Ending within 90 days", {
    columns: "contract_no name customer amount ends_on renewed_on owner",
    filter: {
      and: [
        { field: ["ends_on"], op: "period", value: "next_90_days" },
        { field: ["renewed_on"], op: "is_empty" },
      ],
    },
    sort: [{ field: ["ends_on"], descending: false }],
    order: 20,
  }),
  view("invoice_all", "invoice", "开票记录", "Invoices", {
    columns: "invoice_no customer contract amount kind requested_on invoiced_on owner",
    sort: [{ field: ["invoiced_on"], descending: true }],
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
  view("task_mine", "task", "我的任务", "My tasks", {
    columns: "name due_on priority customer status done_on",
    filter: MINE,
    sort: [{ field: ["due_on"], descending: true }],
    order: 20,
  }),
  view("order_all", "order", "全部订单", "All orders", {
    columns: "order_no customer region amount ordered_on shipped_on owner",
    sort: [{ field: ["ordered_on"], descending: true }],
    order: 10,
  }),
  view("return_order_all", "return_order", "退货记录", "Returns", {
    columns: "return_no order returned_on reason stated_amount owner",
    sort: [{ field: ["returned_on"], descending: true }],
    order: 10,
  }),
  view("service_case_open", "service_case", "处理中", "Open cases", {
    columns: "subject kind customer opened_on owner",
    filter: { field: ["status"], op: "eq", value: "open" },
    sort: [{ field: ["opened_on"], descending: false }],
    order: 10,
  }),
  view("service_case_all", "service_case", "全部服务单", "All cases", {
    columns: "subject kind customer status opened_on solved_on satisfaction owner",
    sort: [{ field: ["opened_on"], descending: true }],
    order: 20,
  }),
  view("weekly_review_all", "weekly_review", "盘点记录", "Weekly reviews", {
    columns: "name counted_on open_amount open_deals stalled_deals needed_amount receivable overdue owner",
    sort: [{ field: ["counted_on"], descending: true }],
    order: 10,
  }),
  view("training_all", "training", "培训记录", "Trainings", {
    columns: "topic kind held_on hours score owner",
    sort: [{ field: ["held_on"], descending: true }],
    order: 10,
  }),
  view("order_line_all", "order_line", "订单明细", "Order lines", {
    columns: "line_no order product_name category region ordered_on amount quantity profit",
    sort: [{ field: ["ordered_on"], descending: true }],
    order: 10,
  }),
] as const;
