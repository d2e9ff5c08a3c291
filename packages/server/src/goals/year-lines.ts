import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import type { PersonNode } from "@dabiao/core/goals/people-tree.ts";
import type { PeriodTree } from "@dabiao/core/goals/period-tree.ts";
import type { Line, NewSplit } from "./ledger-store.ts";
import { COMPANY, type Place, subjectNamed } from "./place.ts";
import { childrenUnder, type Split, splitOf } from "./split-store.ts";
import type { Account } from "./tables.ts";
import type { Vectors } from "./vector-store.ts";

/** A year as it is to stand, and as it stood. Amounts are in steps, `unit` is a step in the old amounts' places. */
export interface YearSheet {
  readonly nodes: readonly PersonNode[];
  readonly tree: PeriodTree;
  readonly periods: readonly string[];
  readonly amounts: readonly (readonly bigint[])[];
  readonly old: Vectors;
  readonly unit: bigint;
}

/**
 * The lines that lead from the old sheet to the new one. Every node carries its target, what it handed to its periods and,
 * above people, what it handed to those below: both are the target itself. One line of the company's plan account per
 * act takes the difference: new targets come from there, and what lies between two levels belongs to no one else.
 */
export function linesOfYear(sheet: YearSheet, outside: readonly Line[]): Line[] {
  const { nodes, tree, amounts, periods } = sheet;
  const every = periods.map((_, place) => place);
  const inner = every.filter((place) => (tree.parts[place]?.length ?? 0) > 0);
  const innerPeriods = inner.map((place) => periods[place] ?? "");
  const lines: Line[] = [];
  for (const [node, { name, below }] of nodes.entries()) {
    const own = amounts[node] ?? [];
    const add = (account: Account, places: readonly number[], keys: readonly string[], sign: bigint) => {
      const line = lineOf(sheet, name, account, places, keys, own, sign);
      if (line) lines.push(line);
    };
    add("target", every, periods, 1n);
    if (inner.length > 0) add("to_periods", inner, innerPeriods, -1n);
    if (below.length > 0) add("to_people", every, periods, -1n);
    // A split without a buffer lets go of the one there was.
    if (inner.length > 0) add("buffer_periods", inner, innerPeriods, 0n);
    if (below.length > 0) add("buffer_people", every, periods, 0n);
  }
  const all = [...lines, ...outside];
  return [...all, balancing(sheet, all)];
}

/** What leads one account of a node from what it was to sign × its amounts; null when nothing does. */
function lineOf(
  { old, unit }: YearSheet,
  name: string,
  account: Account,
  places: readonly number[],
  periods: readonly string[],
  own: readonly bigint[],
  sign: bigint,
): Line | null {
  const was = old.of.get(name)?.get(account);
  if (!was && sign === 0n) return null;
  let touched = false;
  const factor = unit * sign;
  const amounts = places.map((place) => {
    const before = was?.[place] ?? null;
    const steps = own[place] ?? 0n;
    const now = factor === 1n ? steps : factor === -1n ? -steps : steps * factor;
    const by = before === null ? now : now - before;
    if (by === 0n && (before !== null || account !== "target")) return null;
    touched = true;
    return by;
  });
  return touched ? { of: { ...subjectNamed(name), slice: "" }, account, periods, amounts, places: old.places } : null;
}

function balancing({ periods, old }: YearSheet, lines: readonly Line[]): Line {
  const sums = periods.map(() => 0n);
  const places = new Map(periods.map((period, place) => [period, place]));
  for (const { periods: own, amounts } of lines)
    for (let index = 0; index < amounts.length; index++) {
      const amount = amounts[index];
      if (amount == null) continue;
      const place = own === periods ? index : (places.get(own[index] ?? "") ?? 0);
      sums[place] = (sums[place] ?? 0n) - amount;
    }
  const of = { kind: "company", id: COMPANY, slice: "" } as const;
  return { of, account: "plan", periods, amounts: sums, places: old.places };
}

/** How the nodes hand down from now on. Lists that are the same share their array. */
export function splitsOfYear({ nodes, tree, periods }: YearSheet): NewSplit[] {
  const everybody = nodes.map(({ name }) => name);
  const method = { kind: "plan" };
  const over = { slice: "", rule: { kind: "exact" } as const, method };
  return [
    ...tree.parts.flatMap((parts, place): NewSplit[] => {
      const children = parts.flatMap((part) => periods[part] ?? []);
      if (children.length === 0) return [];
      return [{ ...over, axis: "periods", subjects: everybody, periods: [periods[place] ?? ""], children }];
    }),
    ...nodes.flatMap(({ name, below }): NewSplit[] => {
      if (below.length === 0) return [];
      const children = below.flatMap((child) => nodes[child]?.name ?? []);
      return [{ ...over, axis: "people", subjects: [name], periods, children }];
    }),
  ];
}

/**
 * Places outside the year that count some of its nodes among their children, such as a half-year or another unit: what
 * their children changed by goes to their buffers.
 */
export function linesOutside(sheet: YearSheet, splits: readonly Split[]): Line[] {
  const inside = new Map(sheet.nodes.map(({ name }, place) => [name, place]));
  const periodAt = new Map(sheet.periods.map((period, place) => [period, place]));
  const change = (name: string, period: string): bigint => {
    const [node, place] = [inside.get(name), periodAt.get(period)];
    if (node === undefined || place === undefined) return 0n;
    return (sheet.amounts[node]?.[place] ?? 0n) * sheet.unit - (sheet.old.of.get(name)?.get("target")?.[place] ?? 0n);
  };
  return splits.flatMap((split): Line[] => {
    if (split.slice !== "" || split.axis === "slices") return [];
    return split.subjects.names.flatMap((name) =>
      split.periods.names.flatMap((period): Line[] => {
        const outside = split.axis === "people" ? !inside.has(name) : !periodAt.has(period) && inside.has(name);
        const place: Place = { ...subjectNamed(name), period, slice: "" };
        if (!outside || splitOf(splits, split.axis, place) !== split) return [];
        const total = childrenUnder(split, place).reduce(
          (sum, child) => sum + change(nameOf(split.axis, child, name), child.period),
          0n,
        );
        if (total === 0n) return [];
        const of = { kind: place.kind, id: place.id, slice: "" };
        return [
          { of, account: `buffer_${split.axis}`, periods: [period], amounts: [-total], places: sheet.old.places },
        ];
      }),
    );
  });
}

function nameOf(axis: Axis, child: Place, parent: string): string {
  return axis === "people" ? (child.kind === "company" ? "company" : `${child.kind}/${child.id}`) : parent;
}
