import { shortName } from "./customers.ts";
import { afterWork, dayOf } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";
import { TOPICS } from "./words.ts";

const SUBJECTS = { question: "使用咨询", fault: "系统故障", complaint: "服务投诉" } as const;

/** A customer's case from the day it came in; most are solved within a week and rated by the customer. */
export function demoCase({ random, records, today }: Story, customer: DemoRecord, month: string): void {
  const openedOn = dayOf(random, month);
  if (openedOn > today) return;
  const kind = random.weighted([
    ["question", 5],
    ["fault", 4],
    ["complaint", 2],
  ] as const);
  const solvedOn = afterWork(openedOn, random.whole(0, 5));
  const isSolved = solvedOn <= today && random.happens(0.97);
  const rated = random.happens(0.8) ? { satisfaction: random.whole(kind === "complaint" ? 4 : 7, 10) } : {};
  const values = {
    subject: `${SUBJECTS[kind]} · ${shortName(customer)}`,
    customer: customer.id,
    kind,
    status: isSolved ? "solved" : "open",
    opened_on: openedOn,
    ...(isSolved ? { solved_on: solvedOn, ...rated } : {}),
  };
  records.add("service_case", { id: demoId(random, openedOn), owner: customer.owner, values });
}

/** A month of somebody's learning: mostly one course or online lesson, at times a talk with the leader. */
export function demoTraining({ random, records, today }: Story, member: DemoMember, month: string): void {
  const kinds = [...(random.happens(0.75) ? [random.pick(["course", "online"])] : []), ...coachings(random.next())];
  for (const kind of kinds) {
    const day = dayOf(random, month);
    if (day > today) continue;
    const isCoaching = kind === "coaching";
    const values = {
      topic: random.pick(TOPICS),
      kind,
      held_on: day,
      hours: String(isCoaching ? 1 : random.whole(2, 6)),
      ...(isCoaching ? {} : { score: String(random.whole(62, 99)) }),
    };
    records.add("training", { id: demoId(random, day), owner: member.id, values });
  }
}

function coachings(chance: number): string[] {
  return chance < 0.35 ? ["coaching"] : [];
}
