import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const PAGE = new URL("../../dist/page/", import.meta.url);
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const ENTRY = /assets\/([^"']+\.js)/g;

/** The scripts a browser fetches before the first page is drawn, with their size as brotli sends them, in bytes. */
export function entryScripts(): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const waiting = [...readFileSync(fileURLToPath(new URL("index.html", PAGE)), "utf8").matchAll(ENTRY)].map(
    ([, name]) => name,
  );
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (sizes.has(name)) continue;
    const source = readFileSync(fileURLToPath(new URL(`assets/${name}`, PAGE)));
    sizes.set(name, brotliCompressSync(source).length);
    waiting.push(...[...source.toString("utf8").matchAll(STATIC_IMPORT)].map(([, next]) => next));
  }
  return sizes;
}
