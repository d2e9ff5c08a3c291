import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDefinition, parseBody } from "../../src/model/check-definition.ts";
import { KINDS, kindNamed } from "../../src/model/kinds.ts";
import { compiledObject } from "../../src/model/shape.ts";
import { worldOf, worldWith } from "../../src/model/world.ts";

const name = { key: "name", type: "text", label: { zh: "名称" } };
const field = (key: string, type: string, settings = {}, more = {}) => ({
  key,
  type,
  label: { zh: key },
  settings,
  ...more,
});
const stages = field("stage", "select", {
  options: [
    { key: "open", label: { zh: "跟进中" } },
    { key: "won", label: { zh: "赢单" } },
  ],
});
const object = (fields: unknown[], more = {}) => ({
  label: { zh: "商机" },
  nameField: "name",
  fields: [name, ...fields],
  ...more,
});

const base = worldOf(1, [
  { kind: "calendar", key: "company", body: { label: { zh: "公司日历" } } },
  { kind: "object", key: "customer", body: object([field("sector", "text"), field("level", "number")]) },
  {
    kind: "object",
    key: "deal",
    body: object([
      field("amount", "money"),
      field("customer", "reference", { object: "customer" }),
      field("closed_on", "date"),
      field("helper", "member"),
      stages,
    ]),
  },
]);

/** The codes of what is wrong with a body that replaces the published one. */
function faults(kind: string, key: string, body: unknown): string[] {
  const parsed = parseBody(kindNamed(kind), body);
  if (parsed.issues.length > 0) return parsed.issues.map(({ code }) => code);
  const world = worldWith(base, [{ kind, key, body: parsed.body }]);
  return checkDefinition(kindNamed(kind), key, parsed.body, world, KINDS).map(({ code }) => code);
}

test("an object's keys, name, stages and unique fields must make sense", () => {
  assert.deepEqual(faults("object", "deal", object([])), []);
  assert.deepEqual(faults("object", "deal", object([field("owner", "text")])), ["field_key_reserved"]);
  assert.deepEqual(faults("object", "deal", object([field("a", "text"), field("a", "number")])), ["field_key_twice"]);
  assert.deepEqual(faults("object", "member", object([])), ["object_key_reserved"]);
  assert.deepEqual(faults("object", "deal", object([field("a", "nothing")])), ["field_type_unknown"]);
  assert.deepEqual(faults("object", "deal", object([field("a", "select")])), ["field_settings"]);
  assert.deepEqual(faults("object", "deal", object([field("a", "date")], { nameField: "a" })), ["name_field_not_text"]);
  assert.deepEqual(
    faults(
      "object",
      "deal",
      object([field("a", "multi_select", { options: [{ key: "x", label: { zh: "x" } }] }, { unique: true })]),
    ),
    ["field_not_unique"],
  );
  assert.deepEqual(faults("object", "deal", object([stages], { stage: { field: "stage", types: { open: "open" } } })), [
    "stage_option_untyped",
  ]);
  assert.deepEqual(faults("object", "deal", object([], { stage: { field: "name", types: {} } })), ["stage_not_select"]);
  assert.deepEqual(faults("object", "deal", object([field("a", "reference", { object: "nothing" })])), [
    "reference_missing",
  ]);
});

test("[FX-18] computed fields find what they read and never go in a circle", () => {
  const formula = (key: string, text: string, result = "number") => field(key, "formula", { formula: text, result });
  const customer = field("customer", "reference", { object: "customer" });
  assert.deepEqual(faults("object", "deal", object([customer, formula("a", "[customer.level] * 2")])), []);
  assert.deepEqual(faults("object", "deal", object([formula("a", "[b] + 1"), formula("b", "[a] + 1")])), [
    "computed_cycle",
    "computed_cycle",
  ]);
  assert.deepEqual(faults("object", "deal", object([formula("a", "[name]")])), ["formula_result_type"]);
  assert.deepEqual(
    faults("object", "deal", object([customer, field("s", "lookup", { via: "customer", field: "sector" })])),
    [],
  );
  assert.deepEqual(
    faults("object", "deal", object([customer, field("s", "lookup", { via: "customer", field: "gone" })])),
    ["unknown_field"],
  );
  const won = { object: "deal", via: "customer", aggregate: "sum", field: "amount" };
  assert.deepEqual(
    faults(
      "object",
      "customer",
      object([field("sector", "text"), field("level", "number"), field("won", "rollup", won)]),
    ),
    [],
  );
  assert.deepEqual(faults("object", "customer", object([field("won", "rollup", { ...won, field: "closed_on" })])), [
    "field_not_number",
  ]);
});

test("a view, a form and a role name only what is there", () => {
  const view = { object: "deal", label: { zh: "看板" }, columns: [{ field: ["customer", "sector"] }] };
  assert.deepEqual(faults("view", "v", view), []);
  assert.deepEqual(faults("view", "v", { ...view, type: "kanban" }), ["view_needs_group"]);
  assert.deepEqual(faults("view", "v", { ...view, type: "kanban", group: ["stage"] }), []);
  assert.deepEqual(faults("view", "v", { ...view, filter: { field: ["gone"], op: "eq", value: 1 } }), [
    "unknown_field",
  ]);
  const cell = { kind: "field", field: "amount", showWhen: '[stage] = "won"' };
  assert.deepEqual(faults("form", "f", { object: "deal", label: { zh: "表单" }, sections: [{ rows: [[cell]] }] }), []);
  const asked = { ...cell, requiredWhen: "[amount] + 1" };
  assert.deepEqual(faults("form", "f", { object: "deal", label: { zh: "表单" }, sections: [{ rows: [[asked]] }] }), [
    "formula_result_type",
  ]);
  assert.deepEqual(faults("role", "r", { label: { zh: "销售" }, objects: { nothing: { read: "own" } } }), [
    "reference_missing",
  ]);
});

test("[K-04] a metric has a date, a number, and credits a member", () => {
  const measure = { kind: "aggregate", object: "deal", aggregate: "sum", value: "[amount]", date: "closed_on" };
  const metric = (more: object, dimensions: string[][] = []) => ({
    label: { zh: "赢单额" },
    unit: { kind: "money" },
    measure: { ...measure, ...more },
    dimensions,
  });
  assert.deepEqual(faults("metric", "won", metric({}, [["customer", "sector"]])), []);
  assert.deepEqual(faults("metric", "won", metric({ date: "amount" })), ["field_not_date"]);
  assert.deepEqual(faults("metric", "won", metric({ value: "[name]" })), ["formula_result_type"]);
  assert.deepEqual(faults("metric", "won", metric({ credit: { kind: "member", field: "customer" } })), [
    "credit_not_member",
  ]);
  assert.deepEqual(faults("metric", "won", metric({ credit: { kind: "member", field: "helper" } })), []);
  const ratio = {
    label: { zh: "率" },
    unit: { kind: "percent" },
    measure: { kind: "ratio", numerator: "won", denominator: "rate" },
  };
  assert.deepEqual(faults("metric", "rate", ratio), ["reference_missing"]);
});

test("a lookup is filtered and reckoned as the field it shows", () => {
  const body = object([
    field("customer", "reference", { object: "customer" }),
    field("level", "lookup", { via: "customer", field: "level" }),
  ]);
  const level = compiledObject(worldWith(base, [{ kind: "object", key: "deal", body }]), "deal").fields.get("level");
  assert.deepEqual([level?.family, level?.formulaType?.kind, level?.column], ["number", "number", null]);
});
