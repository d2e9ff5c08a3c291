import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Holds a written page against what the source says; with UPDATE=1 it is written anew. */
export function assertWritten(name: string, text: string): void {
  const file = new URL(`../../../../${name}`, import.meta.url);
  if (process.env["UPDATE"]) writeFileSync(file, text);
  assert.ok(readFileSync(file, "utf8") === text, `${name} is not what the source says: run this test with UPDATE=1`);
}
