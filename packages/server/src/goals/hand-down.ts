import { type Axis, type ChildRule, streetOf } from "@dabiao/core/goals/child-rule.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import type { BufferOf } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { z } from "zod";
import { type Place, placeName, subjectName } from "./place.ts";
import { before, edgeName, explainByBuffer, raise } from "./raise.ts";
import type { Sheet } from "./sheet.ts";
import { childName } from "./split-store.ts";

/** How a target is divided among its children. */
export interface Division {
  readonly parent: Place;
  readonly axis: Axis;
  readonly children: readonly Place[];
  readonly weights: readonly Decimal[];
  readonly rule: ChildRule;
  readonly buffer: z.infer<typeof BufferOf> | undefined;
  /** Every child gets the parent's own target: a ratio's. */
  readonly copy: boolean;
  /** What it was computed from (CV-5). */
  readonly method: { readonly kind: string };
}

/**
 * Divides a target among children on the sheet. Locked children keep their value and the others share the rest, so that
 * children and buffer make what the rule asks for (G-01, G-04). What that moves for other parents of the children goes to
 * their buffers.
 *
 * @throws Refusal `target_all_locked`, `target_counted_twice`, `target_split_nobody`
 */
export async function handDown(sheet: Sheet, division: Division): Promise<void> {
  const { parent, axis, children, rule, method } = division;
  if (children.length === 0) throw new Refusal("target_split_nobody", { amount: "" });
  await sheet.load([parent, ...children]);
  refuseCountedTwice(sheet, division);
  const { amount, handed, buffer } = sheet.standing(parent);
  const { amounts, kept } = sharesOf(sheet, division, amount);
  const was = before(sheet, children);
  const own = { parent, axis };
  // From here on this split holds: what it handed down so far is let go, and every child counts as its own.
  sheet.enter(parent, `to_${axis}`, handed[axis] ?? ZERO);
  sheet.enter(parent, "plan", (handed[axis] ?? ZERO).negated());
  sheet.enter(parent, `buffer_${axis}`, buffer[axis].negated());
  sheet.enter(parent, "plan", buffer[axis]);
  const carried = sum(children.map((child) => sheet.standing(child).amount));
  sheet.handDown({
    axis,
    slice: axis === "slices" ? "" : parent.slice,
    subjects: [subjectName(parent)],
    periods: [parent.period],
    children: children.map((child) => childName(axis, child)),
    rule,
    method,
  });
  sheet.enter(parent, `to_${axis}`, carried.negated(), true);
  sheet.enter(parent, "plan", carried);
  sheet.enter(parent, `buffer_${axis}`, kept);
  sheet.enter(parent, `to_${axis}`, kept.negated());
  for (const [index, child] of children.entries())
    raise(sheet, child, (amounts[index] ?? ZERO).minus(sheet.standing(child).amount));
  explainByBuffer(sheet, was, [own]);
}

function sharesOf(sheet: Sheet, division: Division, own: Decimal): { amounts: Decimal[]; kept: Decimal } {
  const { children, weights, rule, copy } = division;
  const standings = children.map((child) => sheet.standing(child));
  if (copy) return { amounts: standings.map(({ locked, amount }) => (locked ? amount : own)), kept: ZERO };
  const street = streetOf(rule, own, sheet.kpi.step) ?? own;
  const kept = bufferOf(division, street, sheet.kpi.step);
  const open = standings.flatMap(({ locked }, index) => (locked ? [] : [index]));
  const rest = street.minus(kept).minus(sum(standings.map(({ locked, amount }) => (locked ? amount : ZERO))));
  if (open.length === 0 && !rest.isZero()) throw new Refusal("target_all_locked", { residue: rest.toFixed() });
  const shares = splitTarget(
    rest,
    open.map((index) => weights[index] ?? ZERO),
    sheet.kpi.step,
  );
  const shareAt = new Map(open.map((index, place) => [index, shares[place] ?? ZERO]));
  return { amounts: standings.map(({ amount }, index) => shareAt.get(index) ?? amount), kept };
}

function bufferOf({ buffer }: Division, street: Decimal, step: Decimal): Decimal {
  if (!buffer) return ZERO;
  return roundToUnit(buffer.kind === "amount" ? decimal(buffer.value) : street.times(decimal(buffer.value)), step);
}

/** One child is counted by one parent along an axis: the sum above would else hold it twice. */
function refuseCountedTwice(sheet: Sheet, { parent, axis, children }: Division): void {
  const own = edgeName({ parent, axis });
  for (const child of children)
    for (const edge of sheet.parents(child)) {
      if (edge.axis !== axis || edgeName(edge) === own || isAbove(edge.parent, parent, axis)) continue;
      throw new Refusal("target_counted_twice", {
        period: edge.parent.period,
        child: placeName(child),
        subject: edge.parent.kind,
        subjectId: edge.parent.id,
      });
    }
}

/** A year that was cut into months may be cut into quarters too: the months then count in both, along two ways. */
function isAbove(one: Place, other: Place, axis: Axis): boolean {
  return axis === "periods" && one.period !== other.period;
}
