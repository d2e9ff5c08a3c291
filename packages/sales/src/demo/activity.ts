import { personName, phone } from "./customers.ts";
import { addDays, dayOf, onWeekday } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { type Chance, demoId } from "./random.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";
import { COMPANY_ROOTS, NEXT_STEPS, TRADES, VISIT_RESULTS } from "./words.ts";

const SOURCES = ["website", "referral", "exhibition", "cold_call", "advertising", "partner"] as const;
const SUBJECTS = { visit: "上门拜访", call: "电话跟进", online: "线上会议", message: "微信沟通" } as const;

export function demoLead(random: Chance, records: DemoRecords, seller: DemoMember, month: string, today: string): void {
  const day = dayOf(random, month);
  if (day > today) return;
  const [trade, industry] = random.pick(TRADES);
  const old = addDays(day, 20) < today;
  const status = old
    ? random.weighted([
        ["qualified", 3],
        ["discarded", 4],
        ["contacted", 3],
      ] as const)
    : random.pick(["new", "contacted"]);
  const company = `${random.pick(COMPANY_ROOTS)}${trade}`;
  const values = {
    name: `${company} 咨询`,
    company,
    contact_name: personName(random),
    phone: phone(random),
    status,
    source: random.pick(SOURCES),
    industry,
    received_on: day,
    ...(status === "new" ? {} : { first_touch_on: onWeekday(addDays(day, random.whole(0, 3))) }),
    ...(old ? {} : { next_on: onWeekday(addDays(today, random.whole(-2, 5))) }),
  };
  records.add("lead", { id: demoId(random, day), owner: seller.id, values });
}

export function demoVisit(
  random: Chance,
  records: DemoRecords,
  customer: DemoRecord,
  month: string,
  today: string,
  first: boolean,
): void {
  const day = dayOf(random, month);
  if (day > today) return;
  const kind = first
    ? "visit"
    : random.weighted([
        ["visit", 5],
        ["call", 4],
        ["online", 2],
        ["message", 2],
      ] as const);
  const recent = addDays(day, 14) > today;
  const values = {
    subject: `${SUBJECTS[kind]} · ${String(customer.values["name"]).replace(/有限公司$/, "")}`,
    kind,
    customer: customer.id,
    happened_on: day,
    first_visit: first,
    met_decider: kind === "visit" && random.happens(0.4),
    minutes: random.whole(10, 120),
    result: random.pick(VISIT_RESULTS),
    ...(recent ? { next_step: random.pick(NEXT_STEPS), next_on: onWeekday(addDays(today, random.whole(0, 8))) } : {}),
  };
  records.add("visit", { id: demoId(random, day), owner: customer.owner, values });
}

export function demoTask(
  random: Chance,
  records: DemoRecords,
  customer: DemoRecord,
  month: string,
  today: string,
): void {
  const day = dayOf(random, month);
  const done = day < today && random.happens(0.85);
  const values = {
    name: `${random.pick(NEXT_STEPS)}：${String(customer.values["name"]).replace(/有限公司$/, "")}`,
    status: done ? "done" : "open",
    due_on: day,
    priority: random.weighted([
      ["high", 2],
      ["normal", 5],
      ["low", 2],
    ] as const),
    customer: customer.id,
    ...(done ? { done_on: day } : {}),
  };
  records.add("task", { id: demoId(random, day < today ? day : today), owner: customer.owner, values });
}
