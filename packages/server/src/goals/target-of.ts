import { AXES, type Axis, streetOf } from "@dabiao/core/goals/child-rule.ts";
import type { HandedDown, Target } from "@dabiao/core/goals/target.ts";
import { ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { OpenKpi } from "./kpi.ts";
import { spotOf } from "./place.ts";
import { type Split, splitOf } from "./split-store.ts";
import type { Standing } from "./standing-store.ts";

/** A place as the API shows it. @param splits around it, the newest first */
export function toTarget(kpi: OpenKpi, standing: Standing, splits: readonly Split[]): Target {
  const { amount, version, locked } = standing;
  const [people, periods, slices] = AXES.map((axis) => handedDownOf(kpi, standing, splits, axis));
  return {
    kpi: kpi.key,
    ...spotOf(standing),
    amount: amount.toFixed(),
    people: people ?? null,
    periods: periods ?? null,
    slices: slices ?? null,
    version,
    locked,
  };
}

/** What a place has handed down along an axis; null where it never was split. */
export function handedDownOf(
  kpi: OpenKpi,
  standing: Standing,
  splits: readonly Split[],
  axis: Axis,
): HandedDown | null {
  const split = splitOf(splits, axis, standing);
  const handed = standing.handed[axis];
  if (handed === null && !split) return null;
  const rule = split?.rule ?? ({ kind: "exact" } as const);
  const buffer = standing.buffer[axis];
  const children = (handed ?? ZERO).minus(buffer);
  const street = streetOf(rule, standing.amount, kpi.step);
  const residue = street === null ? ZERO : street.minus(children).minus(buffer);
  return {
    amount: children.toFixed(),
    buffer: buffer.toFixed(),
    street: street?.toFixed() ?? null,
    residue: residue.toFixed(),
    stale: rule.kind === "under" ? residue.isNegative() : !residue.isZero(),
    rule,
    method: split?.method ?? "",
    children: split?.children.names.length ?? 0,
  };
}
