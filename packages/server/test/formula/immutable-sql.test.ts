import assert from "node:assert/strict";
import test from "node:test";
import { checkFormula } from "@dabiao/core/formula/check-formula.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import fc from "fast-check";
import { testDatabase } from "../support/database.ts";
import { everyTemplate } from "./random-formula.ts";
import { FIELDS } from "./random-row.ts";

const CLOCK = {
  now: sql`${"2026-03-31T17:30:00Z"}::timestamptz`,
  today: sql`${"2026-04-01"}::date`,
  zone: "Asia/Shanghai",
};

test("[FX-17] every function can stand in an index, so its SQL depends on nothing but the row", async (t) => {
  const db = await testDatabase(t);
  const columns = Object.entries(FIELDS).map(([key, { column }]) => `${key} ${column}`);
  await db.pool.query(`create table public.probe (${columns.join(", ")})`);
  const [formulas = []] = fc.sample(everyTemplate, { numRuns: 1, seed: 7 });
  for (const source of formulas.filter((text) => !/NOW\(\)|TODAY\(\)/.test(text))) {
    const checked = checkFormula(source, {
      allowClock: false,
      names: () => [],
      resolve: ([key = ""]) => (FIELDS[key] ? { key: [key], type: { kind: FIELDS[key].kind } } : undefined),
    });
    assert.ok(checked.ok, source);
    const expression = withValues(formulaToSql(checked.formula, (path) => ident(...path), CLOCK));
    await assert.doesNotReject(
      db.pool.query(`create index probed on public.probe ((${expression})); drop index public.probed`),
      source,
    );
  }
});

/** An index takes no parameters; so here, and only here, they are written out. */
function withValues({ strings, values }: Sql): string {
  return strings.map((text, at) => text + (at < values.length ? written(values[at]) : "")).join("");
}

function written(value: unknown): string {
  return typeof value === "number" ? `${value}` : `'${String(value).replaceAll("'", "''")}'`;
}
