import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import type { PersonNode } from "@dabiao/core/goals/people-tree.ts";
import type { PeriodTree } from "@dabiao/core/goals/period-tree.ts";
import type { Line, NewSplit } from "./ledger-store.ts";
import { COMPANY, type Place, subjectNamed } from "./place.ts";
import { childrenUnder, type Split, splitOf } from "./split-store.ts";
import type { Account } from "./tables.ts";
import type { Vectors } from "./vector-store.ts";

/** A year as it is to stand, and as it stood. Amounts are in steps, `unit` is a step in the vectors' scale. */
export interface YearSheet {
  readonly nodes: readonly PersonNode[];
  readonly tree: PeriodTree;
  readonly periods: readonly string[];
  readonly amounts: readonly (readonly bigint[])[];
  readonly old: Vectors;
  readonly unit: bigint;
  readonly text: (scaled: bigint) => string;
}

/**
 * The lines that lead from the old sheet to the new one. Every node carries its target, what it handed to its periods and,
 * above people, what it handed to those below: both are the target itself. One line of the company's plan account per
 * act takes the difference: new targets come from there, and what lies between two levels belongs to no one else.
 */
export function linesOfYear(sheet: YearSheet, outside: readonly Line[]): Line[] {
  const { nodes, tree, amounts } = sheet;
  const inner = tree.parts.map((parts) => parts.length > 0);
  const lines = nodes.flatMap(({ name, below }, place): Line[] => {
    const own = amounts[place] ?? [];
    const handed = own.map((amount, period) => (inner[period] ? amount : null));
    return [
      line(sheet, name, "target", own, 1n),
      ...(inner[0] ? [line(sheet, name, "to_periods", handed, -1n)] : []),
      ...(below.length > 0 ? [line(sheet, name, "to_people", own, -1n)] : []),
      ...released(sheet, name, "buffer_periods", inner[0] ? handed : null),
      ...released(sheet, name, "buffer_people", below.length > 0 ? own : null),
    ].filter((each) => each.amounts.some((amount) => amount !== null));
  });
  const all = [...lines, ...outside];
  return [...all, balancing(sheet, all)];
}

function line(
  sheet: YearSheet,
  name: string,
  account: Account,
  wanted: readonly (bigint | null)[],
  sign: bigint,
): Line {
  const was = sheet.old.get(name)?.get(account);
  const amounts = wanted.map((steps, period) => {
    if (steps === null) return null;
    const before = was?.[period] ?? null;
    const by = steps * sheet.unit * sign - (before ?? 0n);
    return by === 0n && (before !== null || account !== "target") ? null : sheet.text(by);
  });
  return { of: { ...subjectNamed(name), slice: "" }, account, periods: sheet.periods, amounts };
}

/** A split without a buffer lets go of the one there was. */
function released(sheet: YearSheet, name: string, account: Account, along: readonly unknown[] | null): Line[] {
  const was = sheet.old.get(name)?.get(account);
  if (!along || !was) return [];
  const amounts = was.map((before, period) =>
    along[period] === null || before === null || before === 0n ? null : sheet.text(-before),
  );
  return [{ of: { ...subjectNamed(name), slice: "" }, account, periods: sheet.periods, amounts }];
}

function balancing(sheet: YearSheet, lines: readonly Line[]): Line {
  const sums = sheet.periods.map(() => 0n);
  const own = sheet.text;
  const places = new Map(sheet.periods.map((period, place) => [period, place]));
  for (const { periods, amounts } of lines)
    for (const [index, amount] of amounts.entries()) {
      const place = periods === sheet.periods ? index : (places.get(periods[index] ?? "") ?? 0);
      if (amount !== null) sums[place] = (sums[place] ?? 0n) + scaledText(amount);
    }
  return {
    of: { kind: "company", id: COMPANY, slice: "" },
    account: "plan",
    periods: sheet.periods,
    amounts: sums.map((total) => own(-total)),
  };
}

export function scaledText(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(12, "0"));
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
    return (sheet.amounts[node]?.[place] ?? 0n) * sheet.unit - (sheet.old.get(name)?.get("target")?.[place] ?? 0n);
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
        return [{ of, account: `buffer_${split.axis}`, periods: [period], amounts: [sheet.text(-total)] }];
      }),
    );
  });
}

function nameOf(axis: Axis, child: Place, parent: string): string {
  return axis === "people" ? (child.kind === "company" ? "company" : `${child.kind}/${child.id}`) : parent;
}
