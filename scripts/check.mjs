import { join } from "node:path";
import { runToEnd } from "./run-program.mjs";
import { root } from "./root.mjs";

const tool = (...path) => join(root, "node_modules", ...path);

/** The steps of `npm run check`, by name: the same on a laptop and in CI. */
const STEPS = {
  typecheck: [tool("typescript", "bin", "tsc"), "-b"],
  lint: [tool("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."],
  promises: [tool("oxlint", "bin", "oxlint"), "packages", "bench"],
  unused: [tool("knip", "bin", "knip.js"), "--no-progress"],
  floors: ["--conditions=dabiao-source", "--test", "--test-reporter=dot", "packages/server/test/floors.test.ts"],
};

/** Runs every step, also after one failed, and says at the end which did. */
export async function check(node) {
  const results = [];
  for (const [name, words] of Object.entries(STEPS)) {
    console.log(`\n── ${name}`);
    const started = Date.now();
    const code = await runToEnd(node, words);
    results.push({ name, passed: code === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) });
  }
  console.log();
  for (const { name, passed, seconds } of results) console.log(`${passed ? "✔" : "✖"} ${name} (${seconds} s)`);
  return results.every(({ passed }) => passed) ? 0 : 1;
}
