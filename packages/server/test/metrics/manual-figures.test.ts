import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MetricDrillQuery, MetricExplainQuery } from "@dabiao/core/metrics/explain.ts";
import type { ManualEntry } from "@dabiao/core/metrics/manual-contract.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { drillIn, explainIn } from "../../src/metrics/explain.ts";
import { decideFigures } from "../../src/metrics/manual/decide-figures.ts";
import { manualDuties } from "../../src/metrics/manual/duties.ts";
import { enterFigures } from "../../src/metrics/manual/enter-figures.ts";
import { escalateMissing } from "../../src/metrics/manual/escalate.ts";
import { manualHistory, manualSheet } from "../../src/metrics/manual/sheet.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { type Access, resolveAccess } from "../../src/people/access.ts";
import { type Company, company, definitions } from "./company.ts";
import { refusedWith } from "./refused.ts";

const ROLES = Object.fromEntries(Object.entries(DEFAULT_ROLES).filter(([key]) => key === "ops" || key === "finance"));

const training = (more: object = {}) => ({
  unit: { kind: "score", decimals: 1 },
  measure: {
    kind: "manual",
    inputter: { kind: "role", role: "ops" },
    confirmer: { kind: "role", role: "finance" },
    dueDays: 5,
    ...more,
  },
});

interface Hands extends Company {
  readonly ops: Access;
  readonly finance: Access;
  as(member: number, role: string): Promise<Access>;
  enter(values: Readonly<Record<number, string | null>>, more?: Partial<ManualEntry>, period?: string): Promise<number>;
  confirm(period?: string): Promise<number>;
}

/** Five sellers; the fourth enters figures for all (operations), the fifth confirms them (finance). */
async function hands(
  t: TestContext,
  metrics: Readonly<Record<string, object>>,
  start = "2026-03-20T01:00:00Z",
): Promise<Hands> {
  const of = await company(t, metrics, start, {}, definitions("role", ROLES));
  const as = async (member: number, role: string) => {
    const actor: Actor = {
      kind: "member",
      workspaceId: of.ws.id,
      memberId: of.members[member] ?? "",
      accountId: null,
      roleKeys: [role],
      orgVersion: 1,
      locale: "zh-CN",
      source: "ui",
      requestId: "test",
    };
    return await resolveAccess(of.ws, await of.world(), actor, of.clock.now);
  };
  const [ops, finance] = [await as(3, "ops"), await as(4, "finance")];
  return {
    ...of,
    ops,
    finance,
    as,
    async enter(values, more = {}, period = "2026-03") {
      const entries = Object.entries(values).map(([index, value]) => ({
        memberId: of.members[Number(index)] ?? "",
        value,
        note: "",
        evidence: "",
        ...more,
      }));
      return await enterFigures(of.ws, ops, await of.world(), { metric: "training", period, entries }, of.clock.now);
    },
    async confirm(period = "2026-03") {
      const sheet = await manualSheet(of.ws, finance, await of.world(), { metric: "training", period }, of.clock.now);
      const ids = sheet.rows.flatMap(({ waiting, mayConfirm }) => (waiting && mayConfirm ? [waiting.id] : []));
      return await decideFigures(of.ws, finance, await of.world(), { ids, decision: "confirm", reason: "" });
    },
  };
}

async function figures(of: Company, by: object[] = [{ kind: "member" }], more: object = {}, metric = "training") {
  const query = MetricQuery.parse({ metrics: [metric], by, period: "2026-03", ...more });
  const answer = await answerMetrics(await of.context(), query);
  return {
    total: answer.total[0],
    cells: Object.fromEntries(answer.rows.map(({ key, values }) => [key.join("/"), values[0]])),
  };
}

test("[K-13] a figure counts once somebody else has confirmed it, for the person, the team and the company", async (t) => {
  const of = await hands(t, { training: training() });
  const [a = "", b = ""] = of.members;
  assert.equal(await of.enter({ 0: "82.5", 1: "90" }), 2);
  assert.deepEqual(await figures(of), { total: null, cells: {} });
  assert.equal(await of.confirm(), 2);
  assert.deepEqual(await figures(of), { total: "172.5", cells: { [a]: "82.5", [b]: "90" } });
  const units = await figures(of, [{ kind: "unit" }]);
  assert.equal(units.cells[of.units.teams[0] ?? ""], "172.5");
  assert.equal(units.cells[of.units.root], "172.5");
});

test("[K-13] [CV-2] nothing entered is no data at every level, never 0; a 0 that was entered is 0", async (t) => {
  const of = await hands(t, {
    training: training(),
    doubled: { unit: { kind: "score" }, measure: { kind: "formula", formula: "[training] * 2" } },
    rate: { unit: { kind: "percent" }, measure: { kind: "ratio", numerator: "training", denominator: "training" } },
  });
  for (const metric of ["training", "rate"]) assert.equal((await figures(of, [], {}, metric)).total, null);
  await of.enter({ 0: "0" });
  await of.confirm();
  assert.deepEqual(await figures(of), { total: "0", cells: { [of.members[0] ?? ""]: "0" } });
  assert.equal((await figures(of, [], {}, "rate")).total, null);
});

test("[K-13] a correction counts from its confirmation on, what counted stays until then, and both stay readable", async (t) => {
  const of = await hands(t, { training: training() });
  const [a = ""] = of.members;
  await of.enter({ 0: "80" });
  await of.confirm();
  const before = of.clock.now.toISOString();
  of.clock.now = new Date("2026-03-21T01:00:00Z");
  await of.enter({ 0: "85" }, { note: "补考" });
  assert.equal((await figures(of)).cells[a], "80");
  await of.confirm();
  assert.equal((await figures(of)).cells[a], "85");
  assert.equal((await figures(of, [{ kind: "member" }], { asOf: before })).cells[a], "80");
  const query = { metric: "training", period: "2026-03", member: a };
  const history = await manualHistory(of.ws, of.ops, await of.world(), query);
  assert.deepEqual(
    history.map(({ value, state, endedAt }) => [value, state, endedAt !== null]),
    [
      ["85", "confirmed", false],
      ["80", "confirmed", true],
    ],
  );
});

test("[K-13] the figure opens to who entered and who confirmed it; in and out make up all that was entered", async (t) => {
  const of = await hands(t, { training: training() });
  const since = of.clock.now.toISOString();
  of.clock.now = new Date("2026-03-20T02:00:00Z");
  await of.enter({ 0: "80", 1: "90" }, { evidence: "签到表" });
  await of.confirm();
  await of.enter({ 0: "81", 2: "70" });
  const explained = await explainIn(
    await of.context(),
    MetricExplainQuery.parse({ metric: "training", period: "2026-03", since }),
  );
  const [part] = explained.parts;
  assert.equal(explained.value, "170");
  assert.deepEqual([part?.universe, part?.in, part?.out], [4, 2, [{ reason: "unconfirmed", count: 2 }]]);
  assert.deepEqual(part?.rule.manual?.inputter, { kind: "role", role: "ops" });
  assert.deepEqual([part?.changes?.delta, part?.changes?.events.length, part?.changes?.other], ["170", 2, "0"]);
  const drill = await drillIn(
    await of.context(),
    MetricDrillQuery.parse({ metric: "training", period: "2026-03", member: of.members[0] }),
  );
  const [row] = drill.items;
  assert.deepEqual(
    [row?.value, row?.entry?.enteredBy, row?.entry?.decidedBy, row?.entry?.evidence],
    ["80", of.members[3], of.members[4], "签到表"],
  );
});

test("[K-13] four eyes: nobody confirms what he entered or what is about himself, and only those named enter or confirm", async (t) => {
  const of = await hands(t, { training: training({ confirmer: { kind: "role", role: "ops" } }) });
  const both = await of.as(4, "ops");
  const world = await of.world();
  await of.enter({ 0: "80", 4: "75" });
  const sheet = await manualSheet(of.ws, of.ops, world, { metric: "training", period: "2026-03" }, of.clock.now);
  const idOf = (member: number) =>
    sheet.rows.find(({ memberId }) => memberId === of.members[member])?.waiting?.id ?? "";
  const decide = (access: Access, id: string, decision: "confirm" | "return" = "confirm", reason = "") =>
    decideFigures(of.ws, access, world, { ids: [id], decision, reason });
  await assert.rejects(decide(of.ops, idOf(0)), refusedWith("manual_own_entry"));
  await assert.rejects(decide(both, idOf(4)), refusedWith("manual_own_figure"));
  await assert.rejects(decide(of.finance, idOf(0)), refusedWith("manual_confirmer"));
  await assert.rejects(decide(both, idOf(0), "return"), refusedWith("manual_reason"));
  assert.equal(await decide(both, idOf(0)), 1);
  await assert.rejects(decide(both, idOf(0)), refusedWith("manual_decided"));
  const entries = [{ memberId: of.members[0] ?? "", value: "1", note: "", evidence: "" }];
  const enter = (access: Access) =>
    enterFigures(of.ws, access, world, { metric: "training", period: "2026-03", entries }, of.clock.now);
  await assert.rejects(enter(of.finance), refusedWith("manual_inputter"));
});

test("[K-13] a returned figure does not count and its inputter hears why; wrong lines are refused line by line, nothing kept", async (t) => {
  const of = await hands(t, { training: training({ evidence: "required" }) });
  const world = await of.world();
  await assert.rejects(of.enter({ 0: "80", 1: "1.23" }), (error: { issues: { code: string; path: unknown[] }[] }) => {
    assert.deepEqual(
      error.issues.map(({ code, path }) => [code, path[1]]),
      [
        ["manual_evidence", 0],
        ["manual_decimals", 1],
        ["manual_evidence", 1],
      ],
    );
    return true;
  });
  await assert.rejects(of.enter({ 0: null }), refusedWith("manual_entries"));
  await assert.rejects(of.enter({ 0: "80" }, { evidence: "x" }, "2026-Q1"), refusedWith("manual_period"));
  await assert.rejects(of.enter({ 0: "80" }, { evidence: "x" }, "2026-05"), refusedWith("manual_early"));
  await of.enter({ 0: "80" }, { evidence: "签到表" });
  const sheet = () => manualSheet(of.ws, of.finance, world, { metric: "training", period: "2026-03" }, of.clock.now);
  const waiting = (await sheet()).rows.find((row) => row.waiting)?.waiting?.id ?? "";
  await decideFigures(of.ws, of.finance, world, { ids: [waiting], decision: "return", reason: "缺签到表" });
  assert.deepEqual(await figures(of), { total: null, cells: {} });
  assert.equal((await sheet()).rows.find((row) => row.returned)?.returned?.reason, "缺签到表");
  const told = await of.ws.rows<{ kind: string }>(
    sql`select kind from ${ident(of.ws.schema, "notification")} where member_id = ${of.members[3]}::uuid`,
  );
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ["metrics.manual_returned"],
  );
});

test("[K-13] missing at the deadline is no data: the inputter is told, then the leader of whom it is about, each once", async (t) => {
  const of = await hands(t, { training: training() });
  const [a = "", b = ""] = of.members;
  await of.ws.rows(
    sql`update ${ident(of.ws.schema, "unit")} set leader_id = ${a}::uuid where id = ${of.units.teams[0]}::uuid`,
  );
  await of.ws.rows(
    sql`insert into ${ident(of.ws.schema, "member_role")} values (${of.members[3]}::uuid, 'ops'), (${of.members[4]}::uuid, 'finance')`,
  );
  await of.enter({ 2: "70", 3: "70", 4: "70" });
  const world = await of.world();
  const run = async (day: string) => {
    of.clock.now = new Date(`${day}T01:20:00Z`);
    await escalateMissing(of.ws, world, of.clock.now);
    const rows = await of.ws.rows<{ member_id: string; kind: string; detail: { params: { count: number } } }>(
      sql`select member_id, kind, detail from ${ident(of.ws.schema, "notification")} order by id`,
    );
    return rows.map(({ member_id, kind, detail }) => [
      of.members.indexOf(member_id),
      kind.slice(15),
      detail.params.count,
    ]);
  };
  // The fifth working day after March is 8 April: the Qingming holiday lasts from the 4th to the 6th.
  assert.deepEqual((await run("2026-04-08")).length, 0);
  const first = await run("2026-04-09");
  assert.deepEqual(
    first.filter(([, kind]) => kind !== "escalated"),
    [
      [3, "missing", 2],
      [4, "waiting", 3],
    ],
  );
  const second = await run("2026-04-10");
  assert.deepEqual(second.slice(2), [[0, "escalated", 1]]);
  assert.equal((await run("2026-04-13")).length, second.length);
  assert.equal((await figures(of)).cells[b], undefined);
  const duties = await manualDuties(of.ws, of.ops, world, of.clock.now);
  assert.deepEqual(
    duties.find(({ period }) => period === "2026-03"),
    {
      metric: "training",
      period: "2026-03",
      label: { zh: "training" },
      from: "2026-03-01",
      to: "2026-04-01",
      due: "2026-04-08",
      isOverdue: true,
      people: 5,
      missing: 2,
      waiting: 3,
      returned: 0,
      mayEnter: true,
      mayConfirm: false,
    },
  );
});
