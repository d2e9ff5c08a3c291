import assert from "node:assert/strict";
import { test } from "node:test";
import { type Changed, foldChanges, LIVE_IDS } from "@dabiao/core/platform/live.ts";
import fc from "fast-check";

const changed: fc.Arbitrary<Changed> = fc.record({
  kind: fc.constant("changed" as const),
  object: fc.constantFrom("deal", "visit", "lead"),
  ids: fc.array(fc.nat(400).map(String), { maxLength: LIVE_IDS }),
  version: fc.nat(5),
});

/** Whether who hears these messages reads the record again. */
const tells = (messages: readonly Changed[], object: string, id: string) =>
  messages.some((message) => message.object === object && (message.ids.length === 0 || message.ids.includes(id)));

test("folded messages tell of every record the single ones told of, with one message per object", () => {
  fc.assert(
    fc.property(fc.array(changed, { maxLength: 12 }), (messages) => {
      const folded = foldChanges(messages);
      assert.equal(new Set(folded.map(({ object }) => object)).size, folded.length);
      for (const { object, ids } of messages) for (const id of ids) assert.ok(tells(folded, object, id));
      for (const { object, ids } of messages) if (ids.length === 0) assert.ok(tells(folded, object, "any"));
      for (const { ids } of folded) assert.ok(ids.length <= LIVE_IDS);
    }),
  );
});
