import assert from "node:assert/strict";
import test from "node:test";
import { type CheckedFormula, checkFormula } from "@dabiao/core/formula/check-formula.ts";
import { evaluateFormula } from "@dabiao/core/formula/evaluate-formula.ts";
import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import type { FormulaValue } from "@dabiao/core/formula/formula-type.ts";
import { compileSql, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import type pg from "pg";
import { testDatabase } from "../support/database.ts";
import { everyTemplate, formula } from "./random-formula.ts";
import { FIELDS, type Row, row, valueIn } from "./random-row.ts";

const ZONE = "Asia/Shanghai";
const NOW = "2026-03-31T17:30:00.000Z";
const TODAY = "2026-04-01";

const scope: FormulaScope = {
  allowClock: true,
  names: () => [],
  resolve: ([key = ""]) => (FIELDS[key] ? { key: [key], type: { kind: FIELDS[key].kind } } : undefined),
};

test("[FX-17] a formula gives the same answer in the browser and in the database", { timeout: 60_000 }, async (t) => {
  const db = await testDatabase(t);
  const client = await db.pool.connect();
  await client.query("set time zone 'Pacific/Chatham'");
  let pairs = 0;
  const batch = fc.tuple(everyTemplate, fc.array(formula, { minLength: 60, maxLength: 60 }));
  const rows = fc.array(row, { minLength: 20, maxLength: 20 });
  try {
    await fc.assert(
      fc.asyncProperty(batch, rows, async ([every, random], given) => {
        const formulas = [...every, ...random].map((source) => ({ source, formula: checked(source) }));
        const answers = await inDatabase(
          client,
          formulas.map(({ formula }) => formula),
          given,
        );
        for (const [index, one] of formulas.entries()) {
          for (const [at, values] of given.entries()) {
            const here = evaluateFormula(one.formula, ([key = ""]) => valueIn(values, key), {
              now: NOW,
              today: TODAY,
              zone: ZONE,
            });
            const there = answers[at]?.[`f${index}`];
            pairs++;
            assert.deepEqual(
              shown(here, one.formula),
              shown(there as FormulaValue, one.formula),
              `${one.source} for ${JSON.stringify(values)}`,
            );
          }
        }
      }),
      {
        numRuns: 6,
        endOnFailure: true,
        ...(process.env["FORMULA_SEED"] ? { seed: Number(process.env["FORMULA_SEED"]) } : {}),
      },
    );
  } finally {
    client.release(true);
  }
  t.diagnostic(`${pairs} formula and row pairs`);
  assert.ok(pairs >= 2_000);
});

function checked(source: string): CheckedFormula {
  const result = checkFormula(source, scope);
  assert.ok(result.ok, `${source}: ${JSON.stringify(result)}`);
  return result.formula;
}

/** All formulas over all rows in one statement. */
async function inDatabase(
  client: pg.PoolClient,
  formulas: readonly CheckedFormula[],
  rows: readonly Row[],
): Promise<Record<string, unknown>[]> {
  const clock = { now: sql`${NOW}::timestamptz`, today: sql`${TODAY}::date`, zone: ZONE };
  const columns = formulas.map(
    (one, index) => sql`${formulaToSql(one, (path) => ident("r", ...path), clock)} as ${raw(`f${index}`)}`,
  );
  const shape = Object.entries(FIELDS).map(([key, { column }]) => raw(`${key} ${column}`));
  const given = rows.map((values, id) => ({ id, ...values }));
  const statement: Sql = sql`select ${join(columns)}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(id int, ${join(shape)}) order by r.id`;
  const { text, values } = compileSql(statement);
  return (await client.query<Record<string, unknown>>(text, values)).rows;
}

/** Both answers in one form: numbers in digits, instants in milliseconds. */
function shown(value: FormulaValue | Date | undefined, { type }: CheckedFormula): unknown {
  if (value === null || value === undefined) return null;
  if (type.kind === "number") return new Decimal(value as string).toFixed();
  if (type.kind === "datetime") return new Date(value as string).getTime();
  return value;
}
