import type { Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { count, DAYS, filled, HOURS, is, metric, oneOf, PERCENT } from "./define.ts";
import { counted, ratio, share, valued } from "./measures.ts";

const LEADS = count("条", "leads");
const CUTS = [["source"], ["industry"]];
const REACHABLE: Filter = { or: [filled("phone"), filled("email")] };
const OWN_FIND = oneOf("source", ["referral", "cold_call", "exhibition"]);

export const leadMetrics = [
  metric("lead_count", "新增线索", "New leads", {
    group: "pipeline",
    unit: LEADS,
    dimensions: CUTS,
    description: text(
      "获得日期在期内、留有电话或邮箱的线索",
      "Leads with a phone number or address, by the day they came",
    ),
    measure: counted("lead.received_on", REACHABLE),
  }),
  metric("self_sourced_leads", "自拓线索数", "Leads found by oneself", {
    group: "pipeline",
    unit: LEADS,
    dimensions: CUTS,
    description: text("转介绍、电话拓展、展会带来的线索", "Leads from referrals, cold calls and exhibitions"),
    measure: counted("lead.received_on", { and: [REACHABLE, OWN_FIND] }),
  }),
  metric("qualified_lead_count", "转化线索", "Qualified leads", {
    group: "pipeline",
    unit: LEADS,
    dimensions: CUTS,
    measure: counted("lead.received_on", { and: [REACHABLE, is("status", "qualified")] }),
  }),
  metric("lead_conversion", "线索转化率", "Lead conversion", {
    group: "pipeline",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("当期获得的线索中已转化的比例", "Share of the period's leads that were qualified"),
    measure: ratio("qualified_lead_count", "lead_count"),
  }),
  metric("lead_discard_rate", "线索作废率", "Leads discarded", {
    group: "pipeline",
    unit: PERCENT,
    direction: "down",
    dimensions: CUTS,
    measure: share("lead.received_on", '[status] = "discarded"'),
  }),
  metric("lead_response_hours", "线索响应时长", "Hours to the first touch", {
    group: "efficiency",
    unit: HOURS,
    direction: "down",
    dimensions: CUTS,
    measure: valued("lead.received_on", "avg", "[response_hours]", filled("response_hours")),
  }),
  metric("lead_response_p90", "线索响应时长 P90", "Hours to the first touch, 90th percentile", {
    group: "efficiency",
    unit: HOURS,
    direction: "down",
    dimensions: CUTS,
    measure: {
      ...valued("lead.received_on", "percentile", "[response_hours]", filled("response_hours")),
      percentile: 0.9,
    },
  }),
  metric("first_touch_days", "线索首响天数", "Days to first touch", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: valued("lead.received_on", "avg", "DATEDIFF([received_on], [first_touch_on])", filled("first_touch_on")),
  }),
] as const;
