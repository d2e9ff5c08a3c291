import type { Subject, Target } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { Unit } from "@dabiao/core/people/unit.ts";

/** One place of the grid: what was set there, what those below carry, and what stands between the two. */
export interface GoalCell {
  readonly target: Target | null;
  readonly own: Decimal | null;
  /** The sum of those right below; null when none of them has a target. */
  readonly below: Decimal | null;
  /** Own less below: what is not handed out yet, negative when too much is. Null when either is missing. */
  readonly rest: Decimal | null;
  /** What counts: the target set here, else the sum of those below, else the sum of the shorter periods. */
  readonly value: Decimal | null;
}

export interface GoalRow {
  readonly key: string;
  readonly subject: Subject;
  readonly name: string;
  /** By period, in the order of the columns. */
  readonly cells: readonly GoalCell[];
  readonly children?: GoalRow[];
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly state: string;
}

/** Rows the grid draws at most; a larger company opens one unit after the other on the board. */
const ROWS_MAX = 5000;

/**
 * The company's tree by periods. The first period is the year, the others its parts.
 *
 * @param targets every target of the periods
 */
export function goalGrid(
  units: readonly Unit[],
  people: readonly Person[],
  periods: readonly string[],
  targets: readonly Target[],
  companyName: string,
): GoalRow {
  const byPlace = new Map(targets.map((target) => [`${nameOf(target.subject)}@${target.period}`, target]));
  const top = units.find(({ parentId }) => parentId === null);
  const living = people.filter(({ state }) => state !== "left").slice(0, ROWS_MAX);

  function unitRow(subject: Subject, name: string, id: string | undefined): GoalRow {
    const below = [
      ...units
        .filter((unit) => unit.parentId === id && id !== undefined && !unit.archived)
        .map((unit) => unitRow({ kind: "unit", id: unit.id }, unit.name, unit.id)),
      ...living
        .filter(({ unitId }) => unitId === (id ?? null))
        .map((person) => row({ kind: "member", id: person.id }, person.name, [])),
    ];
    return row(subject, name, below);
  }

  function row(subject: Subject, name: string, children: GoalRow[]): GoalRow {
    const cellAt = (period: string, index: number, parts: readonly GoalCell[]): GoalCell => {
      const target = byPlace.get(`${nameOf(subject)}@${period}`) ?? null;
      const own = target && decimal(target.amount);
      const below = together(children.map((child) => child.cells[index]?.value ?? null));
      const value = own ?? below ?? together(parts.map((part) => part.value));
      return { target, own, below, rest: own && below ? own.minus(below) : null, value };
    };
    const [year = "", ...shorter] = periods;
    const parts = shorter.map((period, index) => cellAt(period, index + 1, []));
    const cells = [cellAt(year, 0, parts), ...parts];
    return { key: nameOf(subject), subject, name, cells, ...(children.length > 0 ? { children } : {}) };
  }

  return unitRow({ kind: "company" }, companyName, top?.id);
}

export function nameOf(subject: Subject): string {
  return subject.kind === "company" ? "company" : `${subject.kind}:${subject.id}`;
}

/** The row of a subject, wherever it stands. */
export function findRow(row: GoalRow, subject: Subject): GoalRow | undefined {
  if (row.key === nameOf(subject)) return row;
  for (const child of row.children ?? []) {
    const found = findRow(child, subject);
    if (found) return found;
  }
  return undefined;
}

function together(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}
