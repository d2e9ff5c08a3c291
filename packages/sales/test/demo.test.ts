import assert from "node:assert/strict";
import { test } from "node:test";
import { demoCompany } from "@dabiao/sales/demo/company.ts";

const company = demoCompany(7, "2026-11-23");
const rows = (object: string) => company.records.find((part) => part.object === object)?.rows ?? [];

test("the demo company has 60 people in four levels", () => {
  assert.equal(company.members.length, 60);
  const depth = (id: string | null): number =>
    id === null ? 0 : 1 + depth(company.units.find((unit) => unit.id === id)?.parentId ?? null);
  assert.equal(Math.max(...company.units.map((unit) => depth(unit.id))), 3);
  assert.ok(company.members.filter((member) => member.skill > 0).length >= 40);
});

test("its story covers 18 months and ends today", () => {
  const days = rows("visit").map((visit) => String(visit.values["happened_on"]));
  assert.equal(days.toSorted()[0]?.slice(0, 7), "2025-06");
  assert.ok(days.every((day) => day <= "2026-11-23"));
  for (const object of ["lead", "visit", "opportunity", "contract", "receipt"])
    assert.ok(rows(object).length > 300, object);
});

test("every reference points to a record written before it", () => {
  const known = new Set<string>();
  for (const { object, rows: records } of company.records) {
    for (const { values } of records) {
      for (const key of ["customer", "product", "opportunity", "contract", "payment_plan"]) {
        const target = values[key];
        if (typeof target === "string") assert.ok(known.has(target), `${object}.${key}`);
      }
    }
    for (const { id } of records) known.add(id);
  }
});

test("the same seed and day give the same company", () => {
  assert.deepEqual(demoCompany(7, "2026-11-23"), company);
  assert.notDeepEqual(demoCompany(8, "2026-11-23").members, company.members);
});
