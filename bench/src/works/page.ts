import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "../result.ts";

const PAGE = fileURLToPath(new URL("../../../packages/web/dist/page/", import.meta.url));
const KIB = 1024;

/** What the desktop entry loads before the first page: the document's scripts and all they import statically, as sent. */
export function measurePage(): Result[] {
  if (!existsSync(join(PAGE, "index.html"))) throw new Error("the pages are not built: run `npm start` once");
  const loaded = new Set<string>();
  const html = readFileSync(join(PAGE, "index.html"), "utf8");
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) follow(path ?? "", loaded);
  const bytes = [...loaded].reduce((sum, path) => sum + sentSize(join(PAGE, path)), 0);
  return [
    {
      work: "page, first load of the desktop entry",
      size: `${loaded.size} scripts of ${readdirSync(join(PAGE, "assets")).filter((name) => name.endsWith(".js")).length}, brotli`,
      measured: `${(bytes / KIB).toFixed(0)} KiB`,
      figure: bytes / KIB,
      reach: { kind: "at most", value: 300, unit: " KiB" },
    },
  ];
}

function follow(path: string, loaded: Set<string>): void {
  if (loaded.has(path)) return;
  loaded.add(path);
  const text = readFileSync(join(PAGE, path), "utf8");
  for (const [, name] of text.matchAll(/(?:^|[;}\s])(?:import|export)\b[^;"'()]*?["']\.\/([^"']+\.js)["']/g))
    follow(`assets/${name}`, loaded);
}

function sentSize(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
