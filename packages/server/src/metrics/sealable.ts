import { createHash } from "node:crypto";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { parseFormula } from "@dabiao/core/formula/parse-formula.ts";
import { formulaKeys } from "@dabiao/core/metrics/formula-keys.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { namedField } from "@dabiao/core/model/named-field.ts";
import type { Filter, Operator } from "@dabiao/core/records/filter.ts";
import { partsOf } from "./sql/aggregate.ts";

/** Conditions whose meaning moves with the day or with who asks. */
const MOVING: ReadonlySet<Operator> = new Set(["period", "mine", "my_unit", "my_subtree"]);
const CLOCK = /\b(TODAY|NOW)\s*[(（]/i;

/**
 * Whether a month of this aggregate can be kept: its parts add up, and it rests on nothing but the record's own
 * columns, so that only a change of the record itself can change the month.
 */
export function isSealable(world: World, leaf: AggregateTree): boolean {
  const { object, filter, value, weight, credit } = leaf.measure;
  if (partsOf(leaf.measure) === null || credit.kind === "split" || leaf.measure.currency) return false;
  const keys = (formula: string) => formulaKeys(formula).map((name) => name.split("."));
  const paths = [...(value ? keys(value) : []), ...(weight ? keys(weight) : [])];
  if ([value, weight].some((formula) => formula !== undefined && (!parseFormula(formula).ok || CLOCK.test(formula))))
    return false;
  const own = ownColumn(world, object);
  return paths.every(own) && (filter === undefined || isStill(filter, own));
}

/** Whether a path leads to a stored column of the object itself. */
export function ownColumn(world: World, object: string): (path: readonly string[]) => boolean {
  return (path) => {
    const found = namedField(world, object, path);
    return found !== undefined && found.path.length === 1 && found.field.column !== null;
  };
}

/** Whether a filter asks only for own columns and means the same tomorrow and for everybody. */
export function isStill(filter: Filter, own: (path: readonly string[]) => boolean): boolean {
  if ("and" in filter) return filter.and.every((part) => isStill(part, own));
  if ("or" in filter) return filter.or.every((part) => isStill(part, own));
  if ("not" in filter) return isStill(filter.not, own);
  return !MOVING.has(filter.op) && filter.field.length === 1 && own(filter.field);
}

/** Everything that decides the number of a month, as a short text: two definitions with the same one may share months. */
export function fingerprintOf(leaf: AggregateTree, calendar: Calendar): string {
  const { object, aggregate, value, weight, filter, date, credit } = leaf.measure;
  const rule = [
    object,
    aggregate,
    value ?? null,
    weight ?? null,
    filter ?? null,
    date,
    credit,
    calendar.zone,
    calendar.dayCut,
  ];
  return createHash("sha256").update(JSON.stringify(rule)).digest("base64url").slice(0, 22);
}
