import { parseFormula } from "../formula/parse-formula.ts";
import { checkFormulaIn } from "../model/check-formula-in.ts";
import { checkFilter, checkPath } from "../model/check-paths.ts";
import type { World } from "../model/kind.ts";
import { namedField } from "../model/named-field.ts";
import { findObject } from "../model/shape.ts";
import { type Issue, Refusal } from "../platform/refusal.ts";
import { additivity } from "./aggregate.ts";
import { metricTree } from "./leaves.ts";
import type { Credit, Measure, MetricBody } from "./metric.ts";
import { metricSchema } from "./metric-schema.ts";
import { isSameWho } from "./who.ts";

type AggregateOf = Extract<Measure, { kind: "aggregate" }>;

/** What is wrong with a metric in a world in which it stands under `key`. */
export function checkMetric({ measure, dimensions }: MetricBody, world: World, key: string): Issue[] {
  if (measure.kind === "manual") return checkManual(measure, dimensions);
  if (measure.kind !== "aggregate") return checkParts(world, key);
  const { object } = measure;
  return [
    ...checkPath(world, object, [measure.date], ["measure", "date"], (field) =>
      field.column !== null && ["date", "datetime"].includes(field.family) ? null : "field_not_date",
    ),
    ...checkValue(measure, world),
    ...(measure.reach === "to_date" && additivity(measure.aggregate) !== "additive"
      ? [{ code: "metric_reach", params: { aggregate: measure.aggregate }, path: ["measure", "reach"] }]
      : []),
    ...(measure.currency === undefined
      ? []
      : checkPath(world, object, [measure.currency.field], ["measure", "currency", "field"], (field) =>
          ["text", "option"].includes(field.family) ? null : "field_not_currency",
        )),
    ...checkFilter(world, object, measure.filter, ["measure", "filter"]),
    ...checkCredit(measure.credit, world, object),
    ...dimensions.flatMap((path, index) =>
      checkPath(world, object, path, ["dimensions", index], (field) =>
        ["json", "none", "options", "references"].includes(field.family) ? "field_not_dimension" : null,
      ),
    ),
  ];
}

/** K-13: four eyes are two people, and a figure entered by hand has nothing to be cut by but people and time. */
function checkManual({ inputter, confirmer }: Extract<Measure, { kind: "manual" }>, dimensions: unknown[]): Issue[] {
  const same = isSameWho(inputter, confirmer) && inputter.kind === "member";
  return [
    ...(same ? [{ code: "manual_four_eyes", params: {}, path: ["measure", "confirmer"] }] : []),
    ...(dimensions.length > 0 ? [{ code: "manual_dimensions", params: {}, path: ["dimensions"] }] : []),
  ];
}

/** Parts that do not exist are named by the check of references; what is left are circles and too long chains. */
function checkParts(world: World, key: string): Issue[] {
  try {
    metricTree(key, (part) => world.get(metricSchema, part));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === "not_found" ? [] : [{ code: error.code, params: error.params, path: ["measure"] }];
  }
}

function checkValue({ aggregate, object, value, percentile, weight }: AggregateOf, world: World): Issue[] {
  const path = ["measure", "value"];
  const percentileMissing = aggregate === "percentile" && percentile === undefined;
  const missing = percentileMissing ? [{ code: "metric_percentile", params: {}, path: ["measure", "percentile"] }] : [];
  if (aggregate === "count") return missing;
  if (value === undefined) return [...missing, { code: "metric_value_missing", params: { aggregate }, path }];
  if (aggregate === "wavg" && weight === undefined)
    missing.push({ code: "metric_value_missing", params: { aggregate }, path: ["measure", "weight"] });
  if (!findObject(world, object) || (aggregate === "distinct" && isField(world, object, value))) return missing;
  const kind = aggregate === "distinct" ? null : aggregate === "duration" ? "date" : "number";
  const weighed = aggregate === "wavg" ? checkFormulaIn(world, object, weight, "number", ["measure", "weight"]) : [];
  return [...missing, ...checkFormulaIn(world, object, value, kind, path), ...weighed];
}

/** A field by itself: people and records are counted by it, though formulas do not compute with them. */
function isField(world: World, object: string, value: string): boolean {
  const parsed = parseFormula(value);
  return parsed.ok && parsed.node.kind === "reference" && namedField(world, object, parsed.node.path) !== undefined;
}

function checkCredit(credit: Credit, world: World, object: string): Issue[] {
  const path = ["measure", "credit"];
  if (credit.kind === "member") {
    return checkPath(world, object, [credit.field], [...path, "field"], (field) =>
      field.type.type === "member" ? null : "credit_not_member",
    );
  }
  if (credit.kind !== "split") return [];
  const fields = findObject(world, credit.split)?.fields;
  if (!fields) return [];
  const { target, family } = fields.get(credit.record) ?? { target: null, family: "none" };
  const fits =
    family === "reference" &&
    target?.kind === "object" &&
    target.object === object &&
    fields.get(credit.member)?.type.type === "member" &&
    fields.get(credit.percent)?.family === "number";
  return fits ? [] : [{ code: "split_object", params: { object: credit.split }, path: [...path, "split"] }];
}
