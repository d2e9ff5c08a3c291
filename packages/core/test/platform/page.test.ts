import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf, readCursor, writeCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import fc from "fast-check";

const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null));

test("a cursor gives back the values it was written with, and goes into an address as it is", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 10 }), (values) => {
      const cursor = writeCursor(values);
      assert.match(cursor, /^[\w.~!*'()-]+$/);
      assert.deepEqual(readCursor(cursor, values.length), values);
    }),
  );
});

test("a cursor nobody wrote is refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        readCursor(text, 1);
      } catch (error) {
        assert.ok(error instanceof Refusal && error.code === "bad_cursor");
      }
    }),
  );
  assert.throws(() => readCursor(writeCursor(["a"]), 2), { code: "bad_cursor" }, "one of another order");
});

test("pages of any size give every row once, in order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000)), fc.integer({ min: 1, max: 20 }), (numbers, limit) => {
      const rows = numbers.toSorted((a, b) => a - b);
      const read: number[] = [];
      for (let cursor: string | null = writeCursor([-1]); cursor; ) {
        const [after] = readCursor(cursor, 1);
        const page = pageOf(rows.filter((row) => row > Number(after)).slice(0, limit + 1), limit, (row) => [row]);
        read.push(...page.items);
        cursor = page.next;
      }
      assert.deepEqual(read, rows);
    }),
  );
});
