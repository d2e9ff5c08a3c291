import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./run-program.mjs";
import { root } from "./root.mjs";

/** Runs `npm ci` when the packages are not there, or not those that package-lock.json names. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error("正在安装依赖，第一次需要几分钟 … / installing packages, a few minutes the first time …");
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const code = await runToEnd(program, [...first, "ci", "--no-audit", "--no-fund"], { out: "stderr" });
  if (code === 0 && isInstalled()) return;
  throw new Error(
    "依赖安装失败，原因见上。请检查网络或 npm 镜像设置后重试。\n" +
      "Installing the packages failed, for the reason above. Check the network or npm's registry setting and try again.",
  );
}

function isInstalled() {
  const kept = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(kept)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(kept);
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    // Packages for other machines are optional and rightly missing; links are this repository itself.
    if (!place.includes("node_modules/") || optional || link) return true;
    return present[place]?.version === version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
