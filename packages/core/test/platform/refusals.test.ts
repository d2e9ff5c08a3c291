import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RefusalSpec } from "@dabiao/core/platform/refusal.ts";
import { refusals } from "@dabiao/core/refusals.ts";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

test("every room's refusals are joined, and no two rooms use one code", async () => {
  const seen = new Map<string, string>();
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("/refusals.ts"),
  );
  for (const file of files) {
    const exported: Record<string, Record<string, RefusalSpec>> = await import(join(SOURCE, file));
    for (const code of Object.values(exported).flatMap((table) => Object.keys(table))) {
      assert.equal(seen.get(code), undefined, `${code} is declared in ${file} and ${seen.get(code)}`);
      seen.set(code, file);
      assert.ok(code in refusals, `${code} of ${file} is not joined in refusals.ts`);
    }
  }
  assert.equal(seen.size, Object.keys(refusals).length);
});
