import type { DemoMember } from "./people.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";

/** A person's target for a month, as a decimal string in the KPI's unit. */
export interface DemoTarget {
  readonly kpi: string;
  readonly memberId: string;
  /** `2026-03` */
  readonly period: string;
  readonly amount: string;
}

interface TargetRule {
  readonly kpi: string;
  readonly object: string;
  readonly date: string;
  readonly value: (record: DemoRecord) => number;
  /** Targets are whole multiples of it. */
  readonly step: number;
  readonly atLeast: number;
}

const amount = (record: DemoRecord) => Number(record.values["amount"]);
const once = () => 1;
const RULES: readonly TargetRule[] = [
  { kpi: "signed_amount", object: "contract", date: "signed_on", value: amount, step: 10_000, atLeast: 60_000 },
  { kpi: "cash_amount", object: "receipt", date: "received_on", value: amount, step: 10_000, atLeast: 40_000 },
  {
    kpi: "visit_count",
    object: "visit",
    date: "happened_on",
    value: (record) => (record.values["kind"] === "visit" ? 1 : 0),
    step: 1,
    atLeast: 4,
  },
  { kpi: "engaged_count", object: "opportunity", date: "engaged_on", value: once, step: 1, atLeast: 2 },
];

/** Somewhat above what each person usually does: attainable for most, missed by some. */
const STRETCH = 1.15;

/** Monthly targets of every seller from the second half of the story to the end of the current year. */
export function demoTargets(
  records: DemoRecords,
  sellers: readonly DemoMember[],
  months: readonly string[],
): DemoTarget[] {
  const history = months.slice(0, -1);
  const periods = [...months.slice(-12), ...restOfYear(months.at(-1) ?? "")];
  return RULES.flatMap((rule) => {
    const totals = totalsByOwner(records.of(rule.object), rule, history);
    return sellers.flatMap((seller) => {
      const active = Math.max(3, history.filter((month) => `${month}-01` >= seller.joinedOn).length);
      const usual = (totals.get(seller.id) ?? 0) / active;
      const target = Math.max(rule.atLeast, Math.round((usual * STRETCH) / rule.step) * rule.step);
      const mine = periods.filter((period) => `${period}-01` >= seller.joinedOn);
      return mine.map((period) => ({ kpi: rule.kpi, memberId: seller.id, period, amount: String(target) }));
    });
  });
}

function totalsByOwner(
  records: readonly DemoRecord[],
  rule: TargetRule,
  months: readonly string[],
): Map<string, number> {
  const counted = new Set(months);
  const totals = new Map<string, number>();
  for (const record of records) {
    if (!counted.has(String(record.values[rule.date]).slice(0, 7))) continue;
    totals.set(record.owner, (totals.get(record.owner) ?? 0) + rule.value(record));
  }
  return totals;
}

function restOfYear(month: string): string[] {
  const last = Number(month.slice(5, 7));
  return Array.from(
    { length: 12 - last },
    (_, index) => `${month.slice(0, 4)}-${String(last + 1 + index).padStart(2, "0")}`,
  );
}
