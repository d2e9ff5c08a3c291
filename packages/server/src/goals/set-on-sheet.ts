import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import type { CounterEntry } from "@dabiao/core/goals/target.ts";
import { type Decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { demandStep, periodIn } from "./kpi.ts";
import { type Place, placeName, placeOf } from "./place.ts";
import { before, edgeName, explainByBuffer, raise, refuseUnexplained } from "./raise.ts";
import type { Sheet } from "./sheet.ts";
import type { Edge } from "./split-store.ts";
import type { Standing } from "./standing-store.ts";

/** Levels a tree may have, people and periods together; more is a bug, not a company. */
const LEVELS_MAX = 40;

/**
 * Sets a target on the sheet. Its own children are left as they are and show as stale; its parents' difference comes
 * from where the counter-entry says (G-01).
 *
 * @throws Refusal `target_step`, `target_locked`, `target_counter`, `target_difference`, `conflict`
 */
export async function setOnSheet(
  sheet: Sheet,
  place: Place,
  amount: Decimal,
  counter: CounterEntry,
  version?: number,
): Promise<void> {
  demandStep(sheet.kpi, amount);
  await sheet.load([place]);
  const standing = sheet.standing(place);
  demandChangeable(standing, version, amount);
  const by = amount.minus(standing.amount);
  switch (counter.kind) {
    case "plan": {
      const was = before(sheet, [place]);
      raise(sheet, place, by);
      return refuseUnexplained(sheet, was);
    }
    case "buffer": {
      const was = before(sheet, [place]);
      raise(sheet, place, by);
      return explainByBuffer(sheet, was);
    }
    case "place":
      return await moveBetween(
        sheet,
        place,
        placeOf(counter.subject, periodIn(sheet.kpi, counter.period), counter.slice),
        by,
      );
    case "siblings":
      return await spreadOverSiblings(sheet, place, counter.axis, by);
    case "upper":
      return await raiseWithUpper(sheet, place, by);
  }
}

async function moveBetween(sheet: Sheet, place: Place, other: Place, by: Decimal): Promise<void> {
  if (placeName(other) === placeName(place)) throw new Refusal("target_counter", {}, ["counter"]);
  await sheet.load([other]);
  demandChangeable(sheet.standing(other), undefined);
  const was = before(sheet, [place, other]);
  raise(sheet, place, by);
  raise(sheet, other, by.negated());
  explainByBuffer(sheet, was);
}

async function spreadOverSiblings(sheet: Sheet, place: Place, axis: Axis, by: Decimal): Promise<void> {
  const edge = sheet.parents(place).find((each) => each.axis === axis);
  if (!edge) throw new Refusal("target_no_siblings", { axis }, ["counter"]);
  const all = sheet.children(edge.parent, axis).filter((child) => placeName(child) !== placeName(place));
  await sheet.load(all);
  const open = all.map((child) => sheet.standing(child)).filter(({ locked }) => !locked);
  const given = sum(open.map(({ amount }) => amount));
  const rest = given.minus(by);
  if (open.length === 0 || rest.isNegative() !== given.isNegative())
    throw new Refusal("target_siblings_short", { needed: by.toFixed(), left: given.toFixed() }, ["counter"]);
  const was = before(sheet, [place, ...open]);
  raise(sheet, place, by);
  const shares = splitTarget(
    rest,
    open.map(({ amount }) => amount.abs()),
    sheet.kpi.step,
  );
  for (const [index, sibling] of open.entries()) raise(sheet, sibling, (shares[index] ?? rest).minus(sibling.amount));
  explainByBuffer(sheet, was);
}

/** Every place above rises by as much, once, whichever ways lead to it; what a street target leaves goes to its buffer. */
async function raiseWithUpper(sheet: Sheet, place: Place, by: Decimal): Promise<void> {
  const above = new Map<string, Place>();
  const edges = new Map<string, Edge>();
  let level: Place[] = [place];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LEVELS_MAX) throw new Error("a tree of targets runs in a circle");
    await sheet.load(level);
    const next = new Map<string, Place>();
    for (const edge of level.flatMap((each) => sheet.parents(each))) {
      edges.set(edgeName(edge), edge);
      const name = placeName(edge.parent);
      if (!above.has(name)) next.set(name, edge.parent);
    }
    for (const [name, parent] of next) above.set(name, parent);
    level = [...next.values()];
  }
  for (const parent of above.values()) demandChangeable(sheet.standing(parent), undefined);
  const was = before(sheet, [place, ...above.values()]);
  raise(sheet, place, by);
  for (const parent of above.values()) raise(sheet, parent, by);
  explainByBuffer(sheet, was);
}

/**
 * @param amount what is to be set, told beside the value that is there now
 * @throws Refusal `target_locked`, `target_conflict` when somebody changed it since
 */
export function demandChangeable(standing: Standing, version: number | undefined, amount?: Decimal): void {
  if (standing.locked)
    throw new Refusal("target_locked", { period: standing.period, amount: standing.amount.toFixed() });
  if (version !== undefined && version !== standing.version)
    throw new Refusal(
      "target_conflict",
      {
        period: standing.period,
        theirs: standing.amount.toFixed(),
        yours: amount?.toFixed() ?? "",
        version: standing.version,
      },
      ["version"],
    );
}
