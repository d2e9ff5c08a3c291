import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** The first Node that runs TypeScript sources as they are, without a flag. */
const OLDEST = [22, 18];

/** The Node that came with the packages; where npm did not run its install script, what else serves. */
export async function findNode() {
  for (const place of places()) {
    if (existsSync(place) && works(place)) return place;
  }
  if (isNewEnough(process.versions.node)) return process.execPath;
  installByHand();
  const found = places().find((place) => existsSync(place) && works(place));
  if (found) return found;
  throw new Error(
    `没有可用的 Node ${OLDEST.join(".")} 以上版本（当前 ${process.versions.node}），npm 也没有装上随附的 Node 24。` +
      "请安装 Node 24，或允许 npm 执行安装脚本后重新执行 npm ci。\n" +
      `There is no Node ${OLDEST.join(".")} or later (this one is ${process.versions.node}), and npm did not install the Node 24 that comes along. ` +
      "Install Node 24, or let npm run install scripts and run npm ci again.",
  );
}

function places() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const machine = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const modules = join(root, "node_modules");
  return [
    join(modules, "node", "bin", name),
    join(modules, "node", "node_modules", machine, "bin", name),
    join(modules, machine, "bin", name),
  ];
}

function works(program) {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 && isNewEnough(stdout.trim().replace(/^v/, ""));
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** What the package's own install script does; npm may be set not to run it. */
function installByHand() {
  const home = join(root, "node_modules", "node");
  const script = join(home, "installArchSpecificPackage.js");
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: home, stdio: ["ignore", 2, 2] });
}
