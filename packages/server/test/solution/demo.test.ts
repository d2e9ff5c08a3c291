import assert from "node:assert/strict";
import { test } from "node:test";
import { BoardQuery } from "@dabiao/core/goals/board.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { querySheets } from "../../src/appraisal/sheet-list.ts";
import { equip } from "../../src/composition/equip.ts";
import { recordSight } from "../../src/composition/record-sight.ts";
import { openBoard } from "../../src/goals/board.ts";
import { explainMetric } from "../../src/metrics/explain.ts";
import { queryMetrics } from "../../src/metrics/query.ts";
import { world } from "../../src/model/world.ts";
import { accessOf } from "../../src/people/access.ts";
import type { PeopleOptions } from "../../src/people/people-options.ts";
import type { Workspace } from "../../src/platform/postgres/db.ts";
import { loadDemo, removeDemo } from "../../src/solution/demo-company.ts";
import { testWorkspace } from "../support/database.ts";
import { databasePrint } from "../support/database-print.ts";
import { PLAUSIBLE } from "./plausible.ts";

const NOW = new Date("2026-11-23T02:00:00Z");
const MONTH = "2026-10";

test("the demo company is loaded with one call, every KPI of the library lives on it, and it is removed without traces", async (t) => {
  const clock = () => NOW;
  const { db } = await testWorkspace(t, clock);
  const accountId = "account-demo";
  await db.pool.query(
    "insert into public.account (id, name, email, email_verified, created_at, updated_at) values ($1, '演示', 'demo@example.com', true, now(), now())",
    [accountId],
  );
  const before = await databasePrint(db);
  const options = {
    db,
    clock,
    worldOf: world,
    equip,
    records: recordSight,
    auth: undefined as unknown as PeopleOptions["auth"],
    removeFiles: async () => undefined,
  };
  const id = await loadDemo(options, { id: accountId, name: "演示", email: "demo@example.com" });
  const { rows } = await db.pool.query<{ id: string; key: string; zone: string }>(
    "select id, key, zone from public.workspace where id = $1",
    [id],
  );
  const workspace = db.forWorkspace(rows[0]!);
  await everyKpiLives(workspace);
  await ratesStandForTheirParts(workspace);
  await targetsAreFair(workspace);
  await appraisalsAreThere(workspace);
  assert.equal(await removeDemo(options, accountId), true);
  assert.deepEqual(await databasePrint(db), before);
});

async function everyKpiLives(workspace: Workspace): Promise<void> {
  const access = accessOf(systemActor(workspace.id, "test", crypto.randomUUID()));
  const definitions = await world(workspace);
  const kpis = definitions.list(kpiKind);
  assert.ok(kpis.length >= 60, `${kpis.length} KPIs`);
  assert.deepEqual(kpis.map(({ key }) => key).toSorted(), Object.keys(PLAUSIBLE).toSorted(), "each has its bounds");
  for (const { key, body } of kpis) {
    const { low, high, people, everybody } = PLAUSIBLE[key] as (typeof PLAUSIBLE)[string];
    const measure = definitions.get(metricKind, body.metric)?.measure;
    const query = { metrics: [body.metric], by: [{ kind: "member" as const }], period: MONTH, scope: {}, limit: 1_000 };
    const { rows, total } = await queryMetrics(workspace, access, query, NOW);
    const whole = total[0] ?? null;
    assert.ok(whole !== null, `${key} has a figure`);
    assert.ok(decimal(whole).gte(low) && decimal(whole).lte(high), `${key} is ${whole}, between ${low} and ${high}`);
    const own = rows.flatMap(({ values }) => values[0] ?? []);
    assert.ok(own.length >= people, `${key} is known of ${own.length} people, at least ${people}`);
    const odd = own.filter((value) => decimal(value).lt(everybody[0]) || decimal(value).gt(everybody[1]));
    assert.deepEqual(odd, [], `${key} of everybody lies between ${everybody[0]} and ${everybody[1]}`);
    const explained = await explainMetric(workspace, access, { metric: body.metric, period: MONTH, fields: [] }, NOW);
    assert.equal(explained.value, whole, `${key} is explained by what it is`);
    assert.ok(explained.parts.length > 0 && explained.parts.every(({ universe }) => universe > 0), key);
    const outside = explained.parts.map((part) => part.out.reduce((sum, { count }) => sum + count, part.in));
    assert.deepEqual(
      outside,
      explained.parts.map(({ universe }) => universe),
      `${key}: in and out are all there is`,
    );
    assert.ok(measure?.kind === "manual" || explained.parts.some((part) => part.in > 0), key);
  }
}

/** [K-04] The three rates by their names, from the parts they are made of; the cumulative one is run on by hand. */
async function ratesStandForTheirParts(workspace: Workspace): Promise<void> {
  const access = accessOf(systemActor(workspace.id, "test", crypto.randomUUID()));
  const ask = async (metrics: string[], period: string | { from: string; to: string }) => {
    const { total } = await queryMetrics(workspace, access, { metrics, by: [], period, scope: {}, limit: 10 }, NOW);
    return total.map((value) => decimal(value ?? "0"));
  };
  const keys = [
    "collection_rate_due",
    "due_settled",
    "due_amount",
    "invoice_collection_rate",
    "cash_amount",
    "invoiced_amount",
  ];
  const [due, settled, owed, invoice, cash, invoiced] = (await ask(keys, MONTH)) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ];
  assert.ok(due.minus(settled.div(owed)).abs().lt("1e-9"));
  assert.ok(invoice.minus(cash.div(invoiced)).abs().lt("1e-9"));
  const [rate] = await ask(["collection_rate_cumulative"], MONTH);
  const [allCash, allSigned] = await ask(["cash_amount", "signed_amount"], { from: "2000-01-01", to: "2026-11-01" });
  assert.ok(
    rate
      ?.minus((allCash as Decimal).div(allSigned as Decimal))
      .abs()
      .lt("1e-9"),
  );
  const byMonth = {
    metrics: ["cash_to_date", "cash_amount"],
    by: [{ kind: "period" as const, grain: "month" as const }],
  };
  const { rows } = await queryMetrics(workspace, access, { ...byMonth, period: "2026", scope: {}, limit: 100 }, NOW);
  const months = rows
    .filter(({ key }) => (key[0] ?? "") <= "2026-11")
    .map(({ values }) => values.map((value) => decimal(value ?? "0")));
  for (const [index, [sum, own]] of months.entries()) {
    const earlier = months[index - 1]?.[0];
    if (earlier)
      assert.equal(sum?.toFixed(), earlier.plus(own as Decimal).toFixed(), "each month goes on from the last");
  }
}

/** Targets add up from people to the company, most people come near theirs, and a newcomer owes a part of a full one. */
async function targetsAreFair(workspace: Workspace): Promise<void> {
  const access = accessOf(systemActor(workspace.id, "test", crypto.randomUUID()));
  const kpis = ["signed_amount", "cash_amount", "visit_count", "gross_margin", "win_rate", "overdue_task_rate"];
  const opened = await openBoard(
    workspace,
    access,
    await world(workspace),
    BoardQuery.parse({ kpis, period: MONTH }),
    NOW,
  );
  const rows = [...opened.rows()];
  const sold = rows.filter(({ kind, cells }) => kind === "member" && cells[0]?.nominal != null);
  assert.ok(sold.length >= 50, `${sold.length} people have a target`);
  const whole = rows.find(({ kind }) => kind === "company")?.cells;
  for (const at of [0, 1, 2, 3]) {
    const sum = sold.reduce((all, { cells }) => all.plus(decimal(cells[at]?.nominal ?? "0")), decimal("0"));
    assert.equal(whole?.[at]?.nominal, sum.toFixed(), `the ${kpis[at]} of all people is the company's`);
  }
  const yearly = await openBoard(
    workspace,
    access,
    await world(workspace),
    BoardQuery.parse({ kpis, period: "2026", people: "none" }),
    NOW,
  );
  const ofYear = [...yearly.rows()][0]?.cells[0]?.nominal;
  assert.ok(
    ofYear && decimal(ofYear).gt(decimal(whole?.[0]?.nominal ?? "0").times(8)),
    `the year's target is ${ofYear}`,
  );
  const attained = sold.map(({ cells }) => Number(cells[0]?.attain ?? 0)).toSorted((a, b) => a - b);
  const middle = attained[Math.floor(attained.length / 2)] ?? 0;
  assert.ok(middle > 0.75 && middle < 1.25, `half of them reach ${middle}`);
  const near = attained.filter((each) => each > 0.4 && each < 1.8);
  assert.ok(near.length > attained.length * 0.8, `${near.length} of ${attained.length} are near their target`);
  const eased = sold.filter(({ cells }) => decimal(cells[0]?.target ?? "0").lt(cells[0]?.nominal ?? "0"));
  assert.ok(eased.length >= 2, "newcomers are on the ramp");
  assert.ok(
    whole?.every(({ target }) => target !== null),
    "the rates have targets too",
  );
}

/** One appraisal is over, every sheet of it scored, graded and signed; another is under way for everybody with a card. */
async function appraisalsAreThere(workspace: Workspace): Promise<void> {
  const access = accessOf(systemActor(workspace.id, "test", crypto.randomUUID()));
  const readTargets = () => Promise.reject(new Error("kept figures need no targets"));
  const room = { ws: workspace, world: await world(workspace), access, now: NOW, readTargets };
  const sheetsIn = async (period: string) => {
    const rows = await workspace.rows<{ id: string; state: string }>(
      sql`select id, state from ${ident(workspace.schema, "appraisal_cycle")} where period = ${period}`,
    );
    const [cycle] = rows;
    assert.ok(cycle && rows.length === 1, period);
    const { items } = await querySheets(room, { cycle: cycle.id, order: "name", page: { limit: 100 } });
    return { state: cycle.state, items };
  };
  const over = await sheetsIn(MONTH);
  assert.equal(over.state, "archived");
  assert.ok(over.items.length >= 12, `${over.items.length} sheets`);
  for (const { name, total, grade, state } of over.items)
    assert.ok(total !== null && grade !== null && state === "archived", `${name}: ${total} ${grade} ${state}`);
  assert.ok(new Set(over.items.map(({ grade }) => grade)).size >= 3, "grades differ");
  const running = await sheetsIn("2026-11");
  assert.equal(running.state, "running");
  assert.ok(running.items.length >= 55, `${running.items.length} sheets`);
  assert.ok(new Set(running.items.map(({ card }) => card)).size >= 6, "six cards are in use");
}
