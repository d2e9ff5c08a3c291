import { mkdirSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { openDb } from "../packages/server/src/platform/postgres/db.ts";
import { foundCompany } from "./src/company.ts";
import { fillDeals } from "./src/deals.ts";
import { startLimit } from "./src/limit.ts";
import { startProduct } from "./src/product.ts";
import { type Result, reached, tableOf } from "./src/result.ts";
import { FULL, QUICK } from "./src/sizes.ts";
import { measureAppraisal } from "./src/works/appraisal.ts";
import { measureBoard } from "./src/works/board.ts";
import { measureBoardTree } from "./src/works/board-tree.ts";
import { measureGoalsSplit } from "./src/works/goals-split.ts";
import { measureImport } from "./src/works/import.ts";
import { measureLive } from "./src/works/live.ts";
import { measurePage } from "./src/works/page.ts";
import { measureRecords } from "./src/works/records.ts";
import { measureStart } from "./src/works/start.ts";

const DATA = fileURLToPath(new URL("../.cache/bench/", import.meta.url));
const WORKS = [
  "page",
  "start",
  "records",
  "live",
  "import",
  "board",
  "board-tree",
  "goals-split",
  "appraisal",
] as const;

const words = process.argv.slice(2);
const sizes = words.includes("--quick") ? QUICK : FULL;
const only =
  words
    .find((word) => word.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",") ?? WORKS;
const strange = [
  ...words.filter((word) => word !== "--quick" && !word.startsWith("--only=")),
  ...only.filter((work) => !WORKS.some((known) => known === work)),
];
if (strange.length > 0) {
  console.error(`unknown: ${strange.join(", ")}. Usage: npm run bench -- [--quick] [--only=${WORKS.join(",")}]`);
  process.exit(2);
}

const began = performance.now();
const results: Result[] = [];
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, sizes: ${sizes.name}`,
);

rmSync(DATA, { recursive: true, force: true });
mkdirSync(DATA, { recursive: true });
let product = await startProduct(DATA);
let db = openDb({ url: product.databaseUrl });
try {
  say("founding the company");
  const company = await foundCompany(db, sizes.members);
  if (wants("page")) report(measurePage());
  if (wants("start")) {
    await db.close();
    await product.stop();
    product = await startProduct(DATA);
    db = openDb({ url: product.databaseUrl });
    report(await measureStart(product));
  }
  const given = {
    sizes,
    company: { ...company, workspace: db.forWorkspace(company.workspace) },
    pool: db.pool,
    product: product.address,
  };
  if (wants("goals-split")) report(await measureGoalsSplit(given));
  if (wants("import")) report(await measureImport(given));
  if (wants("records") || wants("live") || wants("board") || wants("board-tree") || wants("appraisal")) {
    say(`filling ${sizes.deals.toLocaleString("en")} deals`);
    await fillDeals(db.pool, given.company.workspace.schema, company.memberIds, sizes.deals);
  }
  if (wants("records")) {
    const limit = await startLimit(given.company.workspace.schema, product.databaseUrl);
    report(await measureRecords({ ...given, limit: limit.address }));
    limit.stop();
  }
  if (wants("live")) report(await measureLive(given));
  if (wants("appraisal")) report(await measureAppraisal(given));
  if (wants("board")) report(await measureBoard(given));
  if (wants("board-tree")) report(await measureBoardTree({ ...given, product }));
} finally {
  await db.close();
  await product.stop();
  rmSync(DATA, { recursive: true, force: true });
}

console.log(`\n${tableOf(results)}`);
const missed = results.filter((result) => !reached(result));
console.log(
  `\n${results.length - missed.length} of ${results.length} reached in ${((performance.now() - began) / 60_000).toFixed(1)} minutes`,
);

function wants(work: (typeof WORKS)[number]): boolean {
  return only.includes(work);
}

function say(what: string): void {
  console.log(`… ${what} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
}

function report(fresh: readonly Result[]): void {
  results.push(...fresh);
  for (const { work, measured, figure } of fresh) say(`${work}: ${measured} → ${figure.toPrecision(3)}`);
}
