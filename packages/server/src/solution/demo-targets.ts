import { period } from "@dabiao/core/calendar/period.ts";
import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { DemoGoals, DemoTarget } from "@dabiao/sales/demo/targets.ts";
import { openKpi } from "../goals/kpi.ts";
import { type Line, lineOf, type NewSplit, postLines } from "../goals/ledger-store.ts";
import { placedPeople, unitsAt } from "../goals/people-store.ts";
import { COMPANY, subjectName } from "../goals/place.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { companyCalendar } from "../records/sql/reader.ts";

type Subject = Line["of"];
type Amounts = readonly (Decimal | null)[];

const company: Subject = { kind: "company", id: COMPANY, slice: "" };
const posting = { kind: "plan", reason: "示例目标", byMember: null, inputs: {} } as const;

/**
 * Sets the company's targets month by month and hands them down over regions and teams to people: one act per KPI, as a
 * plan would. What does not add up is the same for everybody; some targets are also divided by product line or kind of sale.
 */
export async function addDemoGoals(trx: Trx, world: World, goals: DemoGoals): Promise<void> {
  const last = period(goals.periods.at(-1) ?? "", companyCalendar(world));
  const people = new Map((await placedPeople(trx, last, null)).map(({ id, path }) => [id, path]));
  const units = await unitsAt(trx, last.start, null);
  const top = units.find(({ parentId }) => parentId === null)?.id;
  const parentOf = (subject: Subject): Subject => {
    const path = subject.kind === "member" ? (people.get(subject.id) ?? []) : [];
    const above = subject.kind === "member" ? path[0] : units.find(({ id }) => id === subject.id)?.parentId;
    return above == null || above === top ? company : { kind: "unit", id: above, slice: "" };
  };
  for (const [kpi, ofKpi] of Map.groupBy(goals.targets, (target) => target.kpi)) {
    const tree = treeOf(goals.periods, ofKpi, parentOf);
    const mixes = goals.mixes.filter((mix) => mix.kpi === kpi).map((mix) => mixOf(mix, tree.whole, goals.periods));
    const parts = [...mixes, yearOf(tree.whole, goals.periods)];
    const lines = [...tree.lines, ...parts.flatMap((part) => part.lines)];
    await postLines(trx, { kpi, ...posting }, lines, [...tree.splits, ...parts.flatMap((part) => part.splits)]);
  }
  const everybody = [...people.keys()].map((id): Subject => ({ kind: "member", id, slice: "" }));
  const all = [company, ...units.map(({ id }): Subject => ({ kind: "unit", id, slice: "" })), ...everybody];
  for (const { kpi, amount } of goals.rates) {
    const step = openKpi(world, kpi).step;
    const each = goals.periods.map(() => decimal(amount).div(step).round().times(step));
    await postLines(
      trx,
      { kpi, ...posting },
      all.flatMap((of) => leaf(of, goals.periods, each)),
    );
  }
}

/** Everybody's targets with all above them, each the sum of those right below. */
function treeOf(periods: readonly string[], targets: readonly DemoTarget[], parentOf: (of: Subject) => Subject) {
  const lines: Line[] = [];
  const splits: NewSplit[] = [];
  let level = new Map<string, { of: Subject; amounts: Amounts }>();
  for (const [id, own] of Map.groupBy(targets, ({ memberId }) => memberId)) {
    const byPeriod = new Map(own.map(({ period: key, amount }) => [key, decimal(amount)]));
    const of: Subject = { kind: "member", id, slice: "" };
    const amounts = periods.map((key) => byPeriod.get(key) ?? null);
    level.set(id, { of, amounts });
    lines.push(...leaf(of, periods, amounts));
  }
  while (level.size > 0 && !level.has(COMPANY)) {
    const above = new Map<string, { of: Subject; amounts: Amounts }>();
    const families = Map.groupBy(level.values(), ({ of }) => parentOf(of).id);
    for (const [id, children] of families) {
      const of: Subject = id === COMPANY ? company : { kind: "unit", id, slice: "" };
      const amounts = periods.map((_, at) => totalAt(children, at));
      above.set(id, { of, amounts });
      lines.push(...inner(of, periods, amounts, "people"));
      const names = children.map((child) => subjectName(child.of));
      splits.push(splitOf("people", [subjectName(of)], periods, names));
    }
    level = above;
  }
  return { lines, splits, whole: level.get(COMPANY)?.amounts ?? [] };
}

function totalAt(children: readonly { readonly amounts: Amounts }[], at: number): Decimal | null {
  const known = children.flatMap(({ amounts }) => amounts[at] ?? []);
  return known.length === 0 ? null : sum(known);
}

/** A company target divided along a dimension beside its division among people. */
function mixOf({ dimension, weights }: DemoGoals["mixes"][number], whole: Amounts, periods: readonly string[]) {
  const slices = Object.keys(weights).map((value) => `${dimension}=${value}`);
  const shares = whole.map((amount) =>
    splitTarget(
      amount ?? ZERO,
      Object.values(weights).map((weight) => decimal(weight)),
      decimal("1000"),
    ),
  );
  const lines = slices.flatMap((slice, index) => {
    const amounts = whole.map((amount, at) => (amount === null ? null : (shares[at]?.[index] ?? ZERO)));
    return leaf({ ...company, slice }, periods, amounts);
  });
  const back = lineOf(company, "to_slices", periods, negated(whole));
  const plan = lineOf(company, "plan", periods, whole);
  return { lines: [...lines, back, plan], splits: [splitOf("slices", ["company"], periods, slices)] };
}

/** The year the last month lies in, handed down to its quarters and from them to the months. */
function yearOf(whole: Amounts, periods: readonly string[]) {
  const year = periods.at(-1)?.slice(0, 4) ?? "";
  const monthsOf = (quarter: number) =>
    [1, 2, 3].map((month) => `${year}-${String(quarter * 3 + month).padStart(2, "0")}`);
  const quarters = [0, 1, 2, 3].map((quarter) => ({ key: `${year}-Q${quarter + 1}`, months: monthsOf(quarter) }));
  const sums = quarters.map(({ months }) => sum(months.map((month) => whole[periods.indexOf(month)] ?? ZERO)));
  const keys = quarters.map(({ key }) => key);
  return {
    lines: [...inner(company, keys, sums, "periods"), ...inner(company, [year], [sum(sums)], "periods")],
    splits: [
      splitOf("periods", ["company"], [year], keys),
      ...quarters.map(({ key, months }) => splitOf("periods", ["company"], [key], months)),
    ],
  };
}

/** A target nothing is handed down from: it comes from the plan. */
function leaf(of: Subject, periods: readonly string[], amounts: Amounts): Line[] {
  return [lineOf(of, "target", periods, amounts), lineOf(of, "plan", periods, negated(amounts))];
}

function inner(of: Subject, periods: readonly string[], amounts: Amounts, axis: Axis): Line[] {
  return [lineOf(of, "target", periods, amounts), lineOf(of, `to_${axis}`, periods, negated(amounts))];
}

function negated(amounts: Amounts): Amounts {
  return amounts.map((amount) => amount?.negated() ?? null);
}

function splitOf(
  axis: Axis,
  subjects: readonly string[],
  periods: readonly string[],
  children: readonly string[],
): NewSplit {
  return { axis, slice: "", subjects, periods, children, rule: { kind: "exact" }, method: { kind: "plan" } };
}
