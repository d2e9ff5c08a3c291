import assert from "node:assert/strict";
import { test } from "node:test";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import fc from "fast-check";
import { newId } from "../../src/platform/id.ts";
import { listRecords } from "../../src/records/list-store.ts";
import { undoBatch } from "../../src/records/undo-store.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { company } from "./company.ts";

interface Plain {
  name: string | null;
  credit_no: string | null;
  version: number;
  deleted: boolean;
}

interface Step {
  readonly op: "create" | "update" | "delete" | "restore";
  readonly at: number;
  readonly name: string | null;
  readonly credit_no: string | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  op: fc.constantFrom("create", "create", "update", "update", "delete", "restore"),
  at: fc.nat({ max: 6 }),
  name: fc.constantFrom("甲", "乙", "丙", null),
  credit_no: fc.constantFrom("1", "2", "3", null),
});

/** What a batch does, told plainly: one operation after the other is not it, for unique values count as they end up. */
function applied(model: ReadonlyMap<string, Plain>, ops: readonly WriteOp[]): Map<string, Plain> {
  const next = new Map([...model].map(([id, plain]) => [id, { ...plain }]));
  for (const op of ops) {
    const known = next.get(op.id ?? "");
    if (op.op === "create")
      next.set(op.id ?? "", { name: null, credit_no: null, ...op.values, version: 1, deleted: false });
    else if (known && op.op === "update") {
      const changed = Object.entries(op.values).some(([key, value]) => known[key as "name"] !== value);
      Object.assign(known, op.values, { version: known.version + (changed ? 1 : 0) });
    } else if (known) Object.assign(known, { deleted: op.op === "delete", version: known.version + 1 });
  }
  return next;
}

test("random batches leave the records as a plain model says, and undoing them all leaves none", async (t) => {
  const { ws, db, system } = await company(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      async (batches) => {
        await db.pool.query(
          "delete from w_test.customer; delete from w_test.change; delete from w_test.change_pending",
        );
        let model = new Map<string, Plain>();
        const causes: string[] = [];
        for (const steps of batches) {
          const cause = newId();
          const ops = opsOf(steps, [...model.keys()]);
          const result = await ws.transaction((trx) =>
            writeRecords(trx, system, { object: "customer", ops, source: "system", cause, onError: "collect" }),
          );
          model = applied(
            model,
            ops.filter((_op, index) => result.records[index] !== null),
          );
          if (result.records.some((record) => record !== null)) causes.push(cause);
          for (const issue of result.issues) assert.ok(excused(issue.code), issue.code);
        }
        const living = [...model].filter(([, { deleted }]) => !deleted);
        const numbers = living.flatMap(([, { credit_no }]) => credit_no ?? []);
        assert.equal(new Set(numbers).size, numbers.length, "unique values stay unique");
        for (const deleted of [false, true]) {
          const { items } = await listRecords(ws, system, {
            object: "customer",
            fields: [["name"], ["credit_no"]],
            deleted,
            limit: 200,
          });
          const found = Object.fromEntries(
            items.map(({ id, version, values }) => [id, { ...values, version, deleted }]),
          );
          assert.deepEqual(found, Object.fromEntries([...model].filter(([, plain]) => plain.deleted === deleted)));
        }
        for (const cause of causes.reverse()) {
          const { kept } = await ws.transaction((trx) => undoBatch(trx, system, cause)).catch(() => ({ kept: [] }));
          assert.deepEqual(kept, []);
        }
        const { rows } = await db.pool.query("select count(*)::int as left from w_test.customer");
        assert.deepEqual(rows, [{ left: 0 }]);
      },
    ),
    { numRuns: 40 },
  );
});

function opsOf(steps: readonly Step[], known: readonly string[]): WriteOp[] {
  return steps.map(({ op, at, name, credit_no }): WriteOp => {
    const id = known[at % Math.max(1, known.length)] ?? newId();
    if (op === "create") return { op, id: newId(), values: { name, credit_no } };
    return op === "update" ? { op, id, values: { name, credit_no } } : { op, id };
  });
}

function excused(code: string): boolean {
  return [
    "field_required",
    "value_not_unique",
    "value_repeated_in_batch",
    "record_not_found",
    "record_deleted",
    "record_not_deleted",
  ].includes(code);
}
