import { monthKey, monthsAfter } from "./days.ts";
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

/** What the company wants to reach: by person where results add up, one rate for all where they do not. */
export interface DemoGoals {
  readonly periods: readonly string[];
  readonly targets: readonly DemoTarget[];
  readonly rates: readonly { readonly kpi: string; readonly amount: string }[];
  /** How a KPI's company target is divided along a dimension, by weights. */
  readonly mixes: readonly {
    readonly kpi: string;
    readonly dimension: string;
    readonly weights: Readonly<Record<string, string>>;
  }[];
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

const money = (record: DemoRecord) => Number(record.values["amount"]);
const margin = ({ values }: DemoRecord) => Number(values["amount"]) - Number(values["cost"]);
const once = () => 1;
const where = (key: string, wanted: readonly unknown[], value: TargetRule["value"]) => (record: DemoRecord) =>
  wanted.includes(record.values[key]) ? value(record) : 0;
const RULES: readonly TargetRule[] = [
  { kpi: "signed_amount", object: "contract", date: "signed_on", value: money, step: 10_000, atLeast: 30_000 },
  {
    kpi: "new_signed_amount",
    object: "contract",
    date: "signed_on",
    value: where("kind", ["new"], money),
    step: 5_000,
    atLeast: 10_000,
  },
  {
    kpi: "repeat_amount",
    object: "contract",
    date: "signed_on",
    value: where("kind", ["repeat", "renewal"], money),
    step: 5_000,
    atLeast: 10_000,
  },
  { kpi: "gross_margin", object: "contract", date: "signed_on", value: margin, step: 5_000, atLeast: 10_000 },
  { kpi: "cash_amount", object: "receipt", date: "received_on", value: money, step: 10_000, atLeast: 20_000 },
  { kpi: "order_amount", object: "order_line", date: "ordered_on", value: money, step: 1_000, atLeast: 5_000 },
  {
    kpi: "won_amount",
    object: "opportunity",
    date: "closed_on",
    value: where("stage", ["won"], money),
    step: 10_000,
    atLeast: 30_000,
  },
  {
    kpi: "won_count",
    object: "opportunity",
    date: "closed_on",
    value: where("stage", ["won"], once),
    step: 1,
    atLeast: 1,
  },
  { kpi: "engaged_count", object: "opportunity", date: "engaged_on", value: once, step: 1, atLeast: 2 },
  {
    kpi: "visit_count",
    object: "visit",
    date: "happened_on",
    value: where("kind", ["visit"], once),
    step: 1,
    atLeast: 4,
  },
  {
    kpi: "first_visit_count",
    object: "visit",
    date: "happened_on",
    value: where("first_visit", [true], once),
    step: 1,
    atLeast: 1,
  },
  { kpi: "new_customer_count", object: "customer", date: "filed_on", value: once, step: 1, atLeast: 1 },
  { kpi: "lead_count", object: "lead", date: "received_on", value: once, step: 1, atLeast: 1 },
];

const RATES = [
  { kpi: "collection_rate_due", amount: "0.95" },
  { kpi: "collection_rate_cumulative", amount: "0.88" },
  { kpi: "gross_margin_rate", amount: "0.42" },
  { kpi: "win_rate", amount: "0.5" },
  { kpi: "renewal_rate", amount: "0.8" },
  { kpi: "lead_conversion", amount: "0.35" },
  { kpi: "effective_visit_rate", amount: "0.75" },
  { kpi: "second_follow_up_rate", amount: "0.7" },
  { kpi: "entry_timely_rate", amount: "0.9" },
  { kpi: "key_coverage", amount: "0.5" },
  { kpi: "return_rate", amount: "0.05" },
  { kpi: "overdue_task_rate", amount: "0.15" },
  { kpi: "won_days", amount: "40" },
  { kpi: "lead_response_hours", amount: "16" },
] as const;

const LINES = { ERP: "38", 制造: "26", 客户: "12", 数据: "14", 服务: "10" } as const;
const KINDS = { new: "55", repeat: "30", renewal: "15" } as const;

/** Somewhat above what each person usually does: attainable for most, missed by some. */
const STRETCH = 1.06;

/**
 * Monthly targets of every seller for the last year and to the end of the present one. What is usual for somebody is
 * measured over the whole story with season and tenure taken out, so that a newcomer's target is a full one.
 */
export function demoGoals(
  records: DemoRecords,
  sellers: readonly DemoMember[],
  months: readonly string[],
  full: (seller: DemoMember, month: string) => number,
  real: (seller: DemoMember, month: string) => number,
): DemoGoals {
  const history = months.slice(0, -1);
  const present = [...months.slice(-12), ...restOfYear(months.at(-1) ?? "")];
  const targets = RULES.flatMap((rule) => {
    const totals = totalsByOwner(records.of(rule.object), rule, new Set(history.map(monthKey)));
    return sellers.flatMap((seller): DemoTarget[] => {
      const served = history.filter((month) => month >= seller.joinedOn);
      const worked = served.reduce((sum, month) => sum + real(seller, month), 0);
      const usual = (totals.get(seller.id) ?? 0) / Math.max(worked, 0.5);
      return present
        .filter((month) => month >= seller.joinedOn)
        .map((month) => {
          const wanted = Math.round((usual * full(seller, month) * STRETCH) / rule.step) * rule.step;
          return {
            kpi: rule.kpi,
            memberId: seller.id,
            period: monthKey(month),
            amount: String(Math.max(rule.atLeast, wanted)),
          };
        });
    });
  });
  const mixes = [
    { kpi: "signed_amount", dimension: "product.series", weights: LINES },
    { kpi: "gross_margin", dimension: "kind", weights: KINDS },
  ];
  return { periods: present.map(monthKey), targets, rates: RATES, mixes };
}

function totalsByOwner(
  records: readonly DemoRecord[],
  rule: TargetRule,
  months: ReadonlySet<string>,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const record of records) {
    if (!months.has(String(record.values[rule.date]).slice(0, 7))) continue;
    totals.set(record.owner, (totals.get(record.owner) ?? 0) + rule.value(record));
  }
  return totals;
}

function restOfYear(month: string): string[] {
  const last = Number(month.slice(5, 7));
  return Array.from({ length: 12 - last }, (_, index) => monthsAfter(month, index + 1));
}
