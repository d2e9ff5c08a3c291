import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./run-program.mjs";
import { root } from "./root.mjs";

const web = join(root, "packages", "web");
const stamp = join(web, "dist", "sources.sha256");
const SOURCES = ["packages/web/src", "packages/web/public", "packages/web/index.html", "packages/web/vite.config.ts"];
const ALSO = ["packages/web/package.json", "packages/core/src", "package-lock.json"];

/** Builds the pages when their sources are not those of the last build. */
export async function ensureWeb(node) {
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  console.error("正在构建页面 … / building the pages …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const code = await runToEnd(node, [vite, "build", "--logLevel", "warn"], { cwd: web, out: "stderr" });
  if (code !== 0) throw new Error("页面构建失败，原因见上。 / Building the pages failed, for the reason above.");
  mkdirSync(join(web, "dist"), { recursive: true });
  writeFileSync(stamp, sources);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const place of [...SOURCES, ...ALSO]) {
    for (const file of filesOf(place)) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update("\0");
  }
  return hash.digest("hex");
}

function filesOf(place) {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  try {
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)).sort();
  } catch (error) {
    if (error.code === "ENOTDIR") return [place];
    throw error;
  }
}
