import { aggregateFacts, type Fact } from "@dabiao/core/metrics/aggregate-facts.ts";
import type { AggregateMeasure } from "@dabiao/core/metrics/metric.ts";
import { Decimal } from "@dabiao/core/numbers/decimal.ts";

/** The company as the test itself keeps it: plain lists, no SQL. */
export interface Diary {
  readonly deals: Map<string, DealStory>;
  readonly shares: Map<string, { record: string; member: string; percent: string; deleted: boolean }>;
  /** Unit of a member from a day on, in order of the days. */
  readonly places: Map<string, { from: string; unit: string }[]>;
  readonly parents: Map<string, { from: string; parent: string | null }[]>;
}

export interface DealStory {
  values: {
    amount: string | null;
    stage: string;
    closed_on: string | null;
    opened_on: string | null;
    product: string | null;
  };
  deleted: boolean;
  /** Owners with the moment they began; the first one began before time. */
  owners: { from: number; owner: string | null }[];
  /** When a closing day was written down. */
  noted: { at: number; day: string }[];
}

export interface Row extends Fact {
  readonly product: string | null;
}

const SHANGHAI_MS = 8 * 3_600_000;

export function businessDay(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** Every fact of a won-deals metric, found deal by deal. */
export function factsOf(diary: Diary, measure: AggregateMeasure, stages: readonly string[]): Row[] {
  return [...diary.deals].flatMap(([id, deal]): Row[] => {
    const day = deal.values.closed_on;
    if (deal.deleted || day === null || !stages.includes(deal.values.stage)) return [];
    const owner =
      measure.credit.kind === "owner" && measure.credit.at === "current"
        ? (deal.owners.at(-1)?.owner ?? null)
        : ownerOn(deal, day);
    const v = worth(measure, deal, day);
    const base = { id, day, w: null, product: deal.values.product };
    if (measure.credit.kind !== "split") return [{ ...base, member: owner, v, n: "1" }];
    const rows = [...diary.shares].filter(([, share]) => share.record === id && !share.deleted);
    if (rows.length === 0) return [{ ...base, member: owner, v, n: "1" }];
    const parts = shareOut(
      v,
      rows.map(([key, { percent }]) => ({ key, percent })),
    );
    return rows.map(([, share], index) => ({
      ...base,
      member: share.member,
      v: parts[index] ?? null,
      n: new Decimal(share.percent).div(100).toString(),
    }));
  });
}

/** Whoever held the deal at the end of its day, or when the day was noted, if that was on the day itself. */
function ownerOn(deal: DealStory, day: string): string | null {
  const sameDay = deal.noted.filter((note) => note.day === day && businessDay(note.at) === day);
  const noted = sameDay.length > 0 ? Math.min(...sameDay.map(({ at }) => at)) : null;
  const holds = ({ from }: { from: number }) => (noted === null ? businessDay(from) <= day : from <= noted);
  return deal.owners.filter((stay, index) => index === 0 || holds(stay)).at(-1)?.owner ?? null;
}

function worth(measure: AggregateMeasure, deal: DealStory, day: string): string | null {
  if (measure.value === "[product]") return deal.values.product;
  if (measure.value !== "[opened_on]") return measure.value === undefined ? null : deal.values.amount;
  const opened = deal.values.opened_on;
  return opened === null ? null : String((Date.parse(day) - Date.parse(opened)) / 86_400_000);
}

/** Largest remainder in cents; ties to the larger percent, then to the earlier row. */
function shareOut(v: string | null, rows: readonly { key: string; percent: string }[]): (string | null)[] {
  if (v === null) return rows.map(() => null);
  const cents = new Decimal(v).abs().times(100);
  const whole = rows.reduce((sum, { percent }) => sum.plus(percent), new Decimal(0));
  const exact = rows.map(({ key, percent }) => ({
    key,
    percent: new Decimal(percent),
    quota: cents.times(percent).div(whole),
  }));
  const order = exact.toSorted(
    (a, b) => b.quota.mod(1).cmp(a.quota.mod(1)) || b.percent.cmp(a.percent) || (a.key < b.key ? -1 : 1),
  );
  let left = cents.minus(exact.reduce((sum, { quota }) => sum.plus(quota.floor()), new Decimal(0))).toNumber();
  const raised = new Set<string>();
  for (const { key } of order) if (left-- > 0) raised.add(key);
  return exact.map(({ key, quota }) => {
    const share = quota
      .floor()
      .plus(raised.has(key) ? 1 : 0)
      .div(100);
    return (new Decimal(v).isNegative() ? share.negated() : share).toString();
  });
}

/** The units a member belonged to on a day, from the team up. */
export function unitsOf(diary: Diary, member: string | null, day: string): string[] {
  const on = <Stay extends { from: string }>(stays: readonly Stay[] | undefined) =>
    stays?.filter(({ from }) => from <= day).at(-1);
  const found: string[] = [];
  let unit = on(diary.places.get(member ?? ""))?.unit ?? null;
  while (unit !== null) {
    found.push(unit);
    unit = on(diary.parents.get(unit))?.parent ?? null;
  }
  return found;
}

export type CutName = "member" | "unit" | "month" | "product";

/** Every cell by hand: the facts are put on as many heaps as they belong to, and each heap is added up by itself. */
export function cellsByHand(
  diary: Diary,
  measure: AggregateMeasure,
  facts: readonly Row[],
  by: readonly CutName[],
): Record<string, string | null> {
  const heaps = new Map<string, Row[]>();
  for (const fact of facts) {
    for (const key of keysOf(diary, fact, by)) heaps.set(key, [...(heaps.get(key) ?? []), fact]);
  }
  return Object.fromEntries([...heaps].map(([key, heap]) => [key, shown(aggregateFacts(measure, heap))]));
}

export function shown(value: Decimal | null): string | null {
  return value === null ? null : value.toDecimalPlaces(12, Decimal.ROUND_HALF_UP).toFixed();
}

function keysOf(diary: Diary, fact: Row, by: readonly CutName[]): string[] {
  return by.reduce<string[]>(
    (keys, cut) => keys.flatMap((key) => namesIn(diary, fact, cut).map((name) => `${key}/${name}`)),
    [""],
  );
}

function namesIn(diary: Diary, fact: Row, cut: CutName): readonly string[] {
  switch (cut) {
    case "member":
      return [fact.member ?? ""];
    case "unit":
      return unitsOf(diary, fact.member, fact.day);
    case "month":
      return [fact.day.slice(0, 7)];
    case "product":
      return [fact.product ?? ""];
  }
}
