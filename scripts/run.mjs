// The door to every npm script. It runs on the Node that is there (20 or later), installs what is missing,
// finds the Node 24 that came with the packages, and hands over.
import { check } from "./check.mjs";
import { ensureInstalled } from "./install.mjs";
import { findNode } from "./find-node.mjs";
import { runToEnd, serve } from "./run-program.mjs";
import { ensureWeb } from "./web.mjs";

const SOURCE = "--conditions=dabiao-source";
const MAIN = "packages/server/src/main.ts";
const CLI = "packages/server/src/cli.ts";
const TESTS = ["packages/*/test/**/*.test.ts"];

const [command, ...given] = process.argv.slice(2);

const commands = {
  async start() {
    const node = await prepare();
    await ensureWeb(node);
    return await serve(node, [SOURCE, MAIN, ...given]);
  },
  async dabiao() {
    return await serve(await prepare(), [SOURCE, CLI, ...given]);
  },
  async test() {
    const node = await prepare();
    const built = await tryWeb(node);
    const files = given.filter((word) => !word.startsWith("-"));
    const flags = given.filter((word) => word.startsWith("-"));
    const words = [SOURCE, "--test", "--test-concurrency=2", ...flags, ...(files.length ? files : TESTS)];
    return (await runToEnd(node, words)) || (built ? 0 : 1);
  },
  async check() {
    return await check(await prepare());
  },
  async bench() {
    const node = await prepare();
    return await runToEnd(node, [SOURCE, "bench/bench.ts", ...given]);
  },
  async dev() {
    const node = await prepare();
    const page = serve(node, ["node_modules/vite/bin/vite.js", "packages/web"]);
    const server = serve(node, [SOURCE, "--watch", MAIN, ...given]);
    return await Promise.race([page, server]);
  },
};

async function prepare() {
  await ensureInstalled();
  return await findNode();
}

/** Pages that do not build fail the tests of pages, and leave the others to be seen. */
async function tryWeb(node) {
  try {
    await ensureWeb(node);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

if (!Object.hasOwn(commands, command)) {
  console.error(`用法 / usage: npm run ${Object.keys(commands).join(" | ")}`);
  process.exit(2);
}
try {
  process.exitCode = await commands[command]();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
