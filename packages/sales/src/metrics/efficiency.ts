import type { FieldPath } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { count, DAYS, filled, is, metric, oneOf, PERCENT, YUAN } from "./define.ts";
import { counted, ratio, share, valued } from "./measures.ts";

const DEAL_CUTS: FieldPath[] = [["product", "series"], ["product"], ["customer", "industry"], ["source"]];
const SENT = oneOf("status", ["sent", "accepted", "refused"]);

export const efficiencyMetrics = [
  metric("quote_count", "报价数", "Quotes", {
    group: "efficiency",
    unit: count("份", "quotes"),
    dimensions: [["customer", "industry"], ["status"]],
    description: text("报价日期在期内、已发出的报价", "Quotes that were sent, by their day"),
    measure: counted("quote.quoted_on", SENT),
  }),
  metric("quote_conversion", "报价接受率", "Quotes accepted", {
    group: "efficiency",
    unit: PERCENT,
    dimensions: [["customer", "industry"], ["customer"]],
    description: text(
      "期内得到答复的报价中被接受的比例",
      "Share of the quotes answered in the period that were accepted",
    ),
    measure: share("quote.answered_on", '[status] = "accepted"', oneOf("status", ["accepted", "refused"])),
  }),
  metric("quote_response_days", "报价响应天数", "Days to quote", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    description: text("从客户索价到发出报价的天数，取中位数", "Median days from the customer's asking to the quote"),
    measure: valued("quote.quoted_on", "median", "DATEDIFF([requested_on], [quoted_on])", filled("requested_on")),
  }),
  metric("proposal_rate", "需求转方案率", "Analysis to proposal", {
    group: "efficiency",
    unit: PERCENT,
    dimensions: DEAL_CUTS,
    description: text(
      "期内进入需求分析的商机中到过方案的比例",
      "Deals that began analysis in the period and reached a proposal",
    ),
    measure: share("opportunity.analysis_on", "NOT(ISEMPTY([proposal_on]))"),
  }),
  metric("negotiation_rate", "方案转谈判率", "Proposal to negotiation", {
    group: "efficiency",
    unit: PERCENT,
    dimensions: DEAL_CUTS,
    description: text(
      "期内进入方案的商机中到过谈判的比例",
      "Deals that began a proposal in the period and reached negotiation",
    ),
    measure: share("opportunity.proposal_on", "NOT(ISEMPTY([negotiation_on]))"),
  }),
  metric("on_promise_rate", "按期签约率", "Deals won as promised", {
    group: "efficiency",
    unit: PERCENT,
    dimensions: DEAL_CUTS,
    description: text("期内赢单中不晚于首次承诺日的比例", "Share of wins no later than first promised"),
    measure: share("opportunity.closed_on", "[closed_on] <= [promised_on]", {
      and: [is("stage", "won"), filled("promised_on")],
    }),
  }),
  metric("amount_per_visit", "单次拜访产出", "Signed per visit", {
    group: "efficiency",
    unit: YUAN,
    description: text("期内签约额 ÷ 期内拜访数", "Amount signed ÷ visits in the period"),
    measure: ratio("signed_amount", "visit_count"),
  }),
] as const;
