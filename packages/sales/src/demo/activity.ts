import { addDays } from "@dabiao/core/calendar/day.ts";
import { personName, phone, shortName } from "./customers.ts";
import { afterWork, dayOf, onWorkday } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";
import { COMPANY_ROOTS, NEXT_STEPS, TRADES, VISIT_RESULTS } from "./words.ts";

const SOURCES = ["website", "referral", "exhibition", "cold_call", "advertising", "partner"] as const;
const SUBJECTS = { visit: "上门拜访", call: "电话跟进", online: "线上会议", message: "微信沟通" } as const;
/** A lead that old has been worked through. */
const SETTLED_DAYS = 8;

export function demoLead({ random, records, today }: Story, seller: DemoMember, month: string): void {
  const day = dayOf(random, month);
  if (day > today) return;
  const [trade, industry] = random.pick(TRADES);
  const isOld = addDays(day, SETTLED_DAYS) < today;
  const status = isOld
    ? random.weighted([
        ["qualified", 3],
        ["discarded", 4],
        ["contacted", 3],
      ] as const)
    : random.pick(["new", "contacted"]);
  const company = `${random.pick(COMPANY_ROOTS)}${trade}`;
  const waited = random.happens(0.8) ? 0 : random.whole(1, 3);
  const touchedOn = afterWork(day, waited);
  const touched =
    status === "new" || touchedOn > today
      ? {}
      : { first_touch_on: touchedOn, response_hours: (waited * 24 + 0.5 + random.next() * 5).toFixed(1) };
  const values = {
    name: `${company} 咨询`,
    company,
    contact_name: personName(random),
    phone: phone(random),
    status,
    source: random.pick(SOURCES),
    industry,
    received_on: day,
    ...touched,
    ...(isOld ? {} : { next_on: onWorkday(addDays(today, random.whole(-2, 5))) }),
  };
  records.add("lead", { id: demoId(random, day), owner: seller.id, values });
}

/** The first visit to a customer, on a day of the month it was put on file; with the deal that came of it, if any. */
export function firstVisit(story: Story, customer: DemoRecord, deal: DemoRecord | undefined): void {
  const { random, today } = story;
  const day = afterWork(String(customer.values["filed_on"]), random.whole(0, 3));
  if (day > today) return;
  const followedOn = random.happens(0.9) ? afterWork(day, random.whole(1, 3)) : null;
  addVisit(story, customer, "visit", day, {
    first_visit: true,
    ...(deal ? { opportunity: deal.id } : {}),
    ...(followedOn && followedOn <= today ? { followed_on: followedOn } : {}),
  });
}

export function demoVisit(story: Story, customer: DemoRecord, month: string): void {
  const { random, today } = story;
  const day = dayOf(random, month);
  if (day > today) return;
  const kind = random.weighted([
    ["visit", 7],
    ["call", 4],
    ["online", 2],
    ["message", 1],
  ] as const);
  addVisit(story, customer, kind, day, { first_visit: false });
}

function addVisit(
  { random, records, today }: Story,
  customer: DemoRecord,
  kind: keyof typeof SUBJECTS,
  day: string,
  more: Readonly<Record<string, unknown>>,
): void {
  const isVisit = kind === "visit";
  const isRecent = addDays(day, 14) > today;
  const recordedOn = afterWork(day, random.happens(0.84) ? 0 : random.whole(1, 5));
  const values = {
    subject: `${SUBJECTS[kind]} · ${shortName(customer)}`,
    kind,
    customer: customer.id,
    happened_on: day,
    met_decider: isVisit && random.happens(0.4),
    joint: isVisit && random.happens(0.14),
    minutes: isVisit ? random.whole(20, 120) : random.whole(5, 60),
    result: random.pick(VISIT_RESULTS),
    recorded_on: recordedOn > today ? today : recordedOn,
    ...(random.happens(0.8) ? { next_step: random.pick(NEXT_STEPS) } : {}),
    ...(isRecent ? { next_on: onWorkday(addDays(today, random.whole(0, 8))) } : {}),
    ...more,
  };
  records.add("visit", { id: demoId(random, day), owner: customer.owner, values });
}

export function demoTask({ random, records, today }: Story, customer: DemoRecord, month: string): void {
  const dueOn = dayOf(random, month);
  const doneOn = afterWork(dueOn, random.happens(0.86) ? 0 : random.whole(1, 6));
  const isDone = doneOn <= today && random.happens(0.94);
  const values = {
    name: `${random.pick(NEXT_STEPS)}：${shortName(customer)}`,
    status: isDone ? "done" : "open",
    due_on: dueOn,
    priority: random.weighted([
      ["high", 2],
      ["normal", 5],
      ["low", 2],
    ] as const),
    customer: customer.id,
    ...(isDone ? { done_on: doneOn } : {}),
  };
  records.add("task", { id: demoId(random, dueOn < today ? dueOn : today), owner: customer.owner, values });
}
