import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import { overOf } from "@dabiao/core/goals/child-rule.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { ONE, sum } from "@dabiao/core/numbers/decimal.ts";
import { roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Place } from "./place.ts";
import { before, explainByBuffer, keepBack, raise } from "./raise.ts";
import { setOnSheet } from "./set-on-sheet.ts";
import type { Sheet } from "./sheet.ts";

/**
 * 自动补齐: makes a difference go away on purpose. It becomes the buffer, or the open children carry it in proportion, or
 * the place itself takes what its children make.
 *
 * @throws Refusal `target_not_split`, `target_all_locked`
 */
export async function balanceOnSheet(
  sheet: Sheet,
  parent: Place,
  axis: Axis,
  by: "buffer" | "children" | "upper",
): Promise<void> {
  await sheet.load([parent]);
  const split = sheet.split(parent, axis);
  const difference = sheet.difference(parent, axis);
  if (!split) throw new Refusal("target_not_split", { period: parent.period, axis });
  if (difference === null || difference.isZero()) return;
  switch (by) {
    case "buffer":
      return keepBack(sheet, { parent, axis }, difference);
    case "upper": {
      const { amount } = sheet.standing(parent);
      const raised = roundToUnit(amount.minus(difference.div(ONE.plus(overOf(split.rule)))), sheet.kpi.step);
      await setOnSheet(sheet, parent, raised, { kind: "buffer" });
      const left = sheet.difference(parent, axis);
      if (left && !left.isZero()) keepBack(sheet, { parent, axis }, left);
      return;
    }
    case "children":
      return await spread(sheet, parent, axis);
  }
}

async function spread(sheet: Sheet, parent: Place, axis: Axis): Promise<void> {
  const children = sheet.children(parent, axis);
  await sheet.load(children);
  const open = children.map((child) => sheet.standing(child)).filter(({ locked }) => !locked);
  const difference = sheet.difference(parent, axis);
  if (!difference) return;
  if (open.length === 0) throw new Refusal("target_all_locked", { residue: difference.toFixed() });
  const total = sum(open.map(({ amount }) => amount)).plus(difference);
  const shares = splitTarget(
    total,
    open.map(({ amount }) => amount.abs()),
    sheet.kpi.step,
  );
  const was = before(sheet, open);
  for (const [index, child] of open.entries()) raise(sheet, child, (shares[index] ?? child.amount).minus(child.amount));
  explainByBuffer(sheet, was, [{ parent, axis }]);
}
