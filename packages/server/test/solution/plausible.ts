/** What a KPI of the demo company must lie between in a usual month: the company's figure, and everybody's. */
interface Bounds {
  readonly low: string;
  readonly high: string;
  /** Of at least so many of the 54 sellers there is a figure. */
  readonly people: number;
  readonly everybody: readonly [string, string];
}

function between(low: string, high: string, people: number, everybody: readonly [string, string]): Bounds {
  return { low, high, people, everybody };
}

const SHARE = ["0", "1"] as const;
const MONEY = ["-500000", "3000000"] as const;

export const PLAUSIBLE: Readonly<Record<string, Bounds>> = {
  signed_amount: between("8000000", "40000000", 45, MONEY),
  won_amount: between("8000000", "40000000", 45, MONEY),
  won_count: between("60", "300", 45, ["0", "20"]),
  new_signed_amount: between("2000000", "20000000", 25, MONEY),
  big_deal_amount: between("300000", "10000000", 1, MONEY),
  average_contract: between("50000", "250000", 45, ["10000", "800000"]),
  gross_margin: between("3000000", "20000000", 45, MONEY),
  gross_margin_rate: between("0.3", "0.6", 45, ["0.2", "0.7"]),
  discount_rate: between("0.01", "0.09", 45, ["0", "0.15"]),
  cash_amount: between("8000000", "40000000", 45, MONEY),
  collection_rate_due: between("0.8", "1.1", 45, ["0", "1.5"]),
  collection_rate_cumulative: between("0.7", "1", 45, ["0", "1.2"]),
  invoice_collection_rate: between("0.7", "1.3", 45, ["-5", "50"]),
  invoiced_amount: between("8000000", "40000000", 45, MONEY),
  overdue_stock: between("1000000", "20000000", 45, MONEY),
  collection_days: between("15", "70", 45, ["0", "200"]),
  on_time_cash_rate: between("0.4", "0.9", 45, SHARE),
  refund_rate: between("0.0005", "0.05", 45, SHARE),
  order_amount: between("800000", "8000000", 40, MONEY),
  net_order_amount: between("700000", "8000000", 40, MONEY),
  order_margin_rate: between("0.15", "0.35", 40, ["0.1", "0.4"]),
  return_rate: between("0.005", "0.2", 40, ["0", "20"]),
  ship_days: between("1", "12", 35, ["0", "30"]),
  new_customer_count: between("30", "160", 45, ["0", "10"]),
  new_buying_customers: between("15", "120", 25, ["0", "10"]),
  repeat_amount: between("2000000", "30000000", 35, MONEY),
  renewal_rate: between("0.5", "0.95", 30, SHARE),
  lost_customer_count: between("1", "40", 1, ["0", "10"]),
  customers_in_hand: between("800", "3000", 50, ["1", "80"]),
  key_coverage: between("0.2", "0.9", 45, SHARE),
  satisfaction: between("6", "9.5", 25, ["1", "10"]),
  complaint_count: between("1", "40", 1, ["0", "10"]),
  lead_count: between("80", "500", 45, ["0", "30"]),
  self_sourced_leads: between("40", "300", 40, ["0", "20"]),
  lead_conversion: between("0.15", "0.6", 45, SHARE),
  engaged_count: between("120", "500", 45, ["0", "30"]),
  pipeline_stock: between("20000000", "150000000", 50, ["0", "6000000"]),
  pipeline_coverage: between("2.5", "6", 50, ["0", "15"]),
  win_rate: between("0.35", "0.7", 45, SHARE),
  stalled_deals: between("1", "120", 50, ["0", "12"]),
  visit_count: between("200", "900", 45, ["0", "40"]),
  first_visit_count: between("30", "160", 40, ["0", "10"]),
  remote_follow_up_count: between("100", "600", 45, ["0", "30"]),
  effective_visit_rate: between("0.4", "0.95", 45, SHARE),
  decider_rate: between("0.2", "0.6", 45, SHARE),
  second_follow_up_rate: between("0.3", "0.9", 40, SHARE),
  visit_to_deal: between("0.3", "0.95", 40, SHARE),
  median_visit_minutes: between("40", "100", 45, ["20", "120"]),
  joint_visit_count: between("15", "150", 20, ["0", "12"]),
  won_days: between("20", "80", 45, ["5", "260"]),
  quote_count: between("80", "500", 45, ["0", "30"]),
  quote_conversion: between("0.4", "0.8", 45, SHARE),
  quote_response_days: between("1", "8", 45, ["0", "20"]),
  proposal_rate: between("0.5", "1", 45, SHARE),
  negotiation_rate: between("0.5", "1", 45, SHARE),
  on_promise_rate: between("0.4", "0.95", 45, SHARE),
  amount_per_visit: between("20000", "120000", 45, ["0", "800000"]),
  lead_response_hours: between("2", "40", 45, ["0", "100"]),
  case_days: between("1", "8", 25, ["0", "20"]),
  customer_completeness: between("0.6", "1", 45, SHARE),
  entry_timely_rate: between("0.6", "1", 45, SHARE),
  next_step_rate: between("0.6", "1", 45, SHARE),
  overdue_task_rate: between("0.02", "0.4", 45, SHARE),
  loss_reason_rate: between("0.7", "1", 45, SHARE),
  decision_maker_rate: between("0.5", "0.95", 45, SHARE),
  audit_score: between("60", "100", 40, ["0", "100"]),
  active_sellers: between("40", "60", 45, ["0", "1"]),
  training_hours: between("60", "400", 40, ["0", "20"]),
  training_score: between("60", "100", 35, ["0", "100"]),
  coaching_count: between("5", "60", 8, ["0", "5"]),
  training_attendance: between("0.6", "1", 40, SHARE),
  case_share_count: between("5", "120", 40, ["0", "10"]),
};
