import { addDays } from "@dabiao/core/calendar/day.ts";
import { monthsAfter, onWorkday } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";

const STALLED_DAYS = 30;
/** Weeks counted one by one; before them a count at the end of each month is kept. */
const WEEKS = 8;

/** What every seller had in hand, counted from the other records: each of the last weeks, and each month's end before. */
export function demoReviews(
  story: Story,
  sellers: readonly DemoMember[],
  months: readonly string[],
  goalOf: (seller: DemoMember, month: string) => number,
): void {
  const { random, records, today } = story;
  const mine = (object: string) => byOwner(records.of(object));
  const [deals, customers, plans, receipts] = ["opportunity", "customer", "payment_plan", "receipt"].map(mine);
  for (const day of countingDays(months, today)) {
    for (const seller of sellers.filter(({ joinedOn }) => joinedOn < day)) {
      const open = (deals?.get(seller.id) ?? []).filter((deal) => isOpen(deal, day));
      const known = (customers?.get(seller.id) ?? []).filter((customer) => isInHand(customer, day));
      const due = (plans?.get(seller.id) ?? []).filter(({ values }) => signedBefore(values, day));
      const paid = paidByPlan(receipts?.get(seller.id) ?? [], day);
      const left = due.map(({ id, values }) => ({
        late: on(values, "due_on") < day,
        rest: num(values) - (paid.get(id) ?? 0),
      }));
      const owed = left.filter(({ rest }) => rest > 0);
      const values = {
        name: `${seller.name} ${day} 盘点`,
        counted_on: day,
        open_amount: String(total(open.map(({ values }) => num(values)))),
        open_deals: open.length,
        stalled_deals: open.filter(({ values }) => lastStep(values, day) < addDays(day, -STALLED_DAYS)).length,
        needed_amount: String(Math.round(goalOf(seller, monthsAfter(day, 1)) / 1000) * 1000),
        customers: known.length,
        key_customers: known.filter(({ values }) => values["tier"] === "a").length,
        receivable: String(total(owed.map(({ rest }) => rest))),
        overdue: String(total(owed.filter(({ late }) => late).map(({ rest }) => rest))),
      };
      records.add("weekly_review", { id: demoId(random, day), owner: seller.id, values });
    }
  }
}

function byOwner(records: readonly DemoRecord[]): Map<string, DemoRecord[]> {
  const groups = new Map<string, DemoRecord[]>();
  for (const record of records) groups.set(record.owner, [...(groups.get(record.owner) ?? []), record]);
  return groups;
}

function countingDays(months: readonly string[], today: string): string[] {
  const weekly = Array.from({ length: WEEKS }, (_, index) => addDays(today, -7 * index));
  const from = addDays(today, -7 * WEEKS);
  const monthly = months.map((month) => addDays(monthsAfter(month, 1), -1)).filter((day) => day < from);
  return [...monthly, ...weekly.reverse()].map((day) => (onWorkday(day) > today ? today : onWorkday(day)));
}

type Values = DemoRecord["values"];

function on(values: Values, key: string): string {
  return String(values[key] ?? "");
}

function num(values: Values): number {
  return Number(values["amount"]);
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function isOpen({ values }: DemoRecord, day: string): boolean {
  return on(values, "engaged_on") <= day && (values["closed_on"] === undefined || on(values, "closed_on") > day);
}

function isInHand({ values }: DemoRecord, day: string): boolean {
  return on(values, "filed_on") <= day && (values["lost_on"] === undefined || on(values, "lost_on") > day);
}

/** An instalment is owed from some days before it is due. */
function signedBefore(values: Values, day: string): boolean {
  return addDays(on(values, "due_on"), -12) <= day;
}

function lastStep(values: Values, day: string): string {
  const steps = ["engaged_on", "analysis_on", "proposal_on", "negotiation_on"].map((key) => on(values, key));
  return (
    steps
      .filter((step) => step !== "" && step <= day)
      .toSorted()
      .at(-1) ?? day
  );
}

function paidByPlan(receipts: readonly DemoRecord[], day: string): Map<unknown, number> {
  const paid = new Map<unknown, number>();
  for (const { values } of receipts) {
    if (on(values, "received_on") > day) continue;
    paid.set(values["payment_plan"], (paid.get(values["payment_plan"]) ?? 0) + num(values));
  }
  return paid;
}
