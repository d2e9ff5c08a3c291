import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { columnText, textArray } from "../../src/records/sql/text-array.ts";
import { testWorkspace } from "../support/database.ts";

const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));

test("texts of any kind and lists of them arrive in PostgreSQL as they were sent", async (t) => {
  const { db } = await testWorkspace(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(text), { minLength: 1, maxLength: 20 }),
      fc.array(fc.option(text), { maxLength: 6 }),
      async (texts, list) => {
        const { rows } = await db.pool.query<{ texts: unknown; list: unknown; json: unknown }>(
          "select $1::text[] as texts, ($2::text[])[1]::text[] as list, ($3::text[])[1]::jsonb as json",
          [
            textArray(texts),
            textArray([columnText(list, "text[]")]),
            textArray([columnText({ city: list[0] ?? null }, "jsonb")]),
          ],
        );
        assert.deepEqual(rows[0], { texts, list, json: { city: list[0] ?? null } });
      },
    ),
    { numRuns: 60 },
  );
});
