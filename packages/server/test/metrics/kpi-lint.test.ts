import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Finding } from "@dabiao/core/metrics/lint/finding.ts";
import { KpiLintRequest, type LintTarget } from "@dabiao/core/metrics/lint-contract.ts";
import type { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { KpiUsage } from "../../src/metrics/lint/kpi-usage.ts";
import { lintDraft } from "../../src/metrics/lint/lint-draft.ts";
import { lintTargetOf } from "../../src/metrics/lint/lint-target-of.ts";
import { kpiPublishCheck } from "../../src/metrics/lint/publish-check.ts";
import { publishDraft, rollBack, saveDraft } from "../../src/model/draft-store.ts";
import { installPackage } from "../../src/model/package-store.ts";
import { type Access, resolveAccess } from "../../src/people/access.ts";
import { memberActor } from "../support/app.ts";
import { type Company, company, dayOf, definitions, wonDeals } from "./company.ts";
import { refusedWith } from "./refused.ts";

const NO_GOALS: KpiUsage = {
  withTargets: async () => new Set(),
  targets: async () => 0,
  attained: async () => ({ met: 0, of: 0 }),
};
const WITH_GOALS: KpiUsage = { ...NO_GOALS, targets: async () => 12 };

const METRICS = {
  won_amount: wonDeals("sum", { basis: "stage_entered" }),
  opened: {
    unit: { kind: "count", label: { zh: "个" } },
    measure: { kind: "aggregate", object: "deal", aggregate: "count", date: "opened_on", basis: "created" },
  },
};

const sound = {
  label: { zh: "赢单金额" },
  help: { zh: "结单日在期内的赢单金额。" },
  metric: "won_amount",
  type: "result",
  cadence: "week",
  owner: { kind: "role", role: "rep" },
  strategy: { zh: "增长" },
  target: { kind: "amount" },
};

/** Six months of won deals, 80 to 100 a month, and the one that has just begun; names are filled in 12 % of deals. */
async function atWork(t: TestContext, kpis: Readonly<Record<string, object>> = {}): Promise<Company> {
  const rep = definitions("role", { rep: { permissions: [], objects: {} } });
  const of = await company(t, METRICS, "2026-07-06T01:00:00Z", kpis, rep);
  const amounts = [80, 90, 85, 100, 95, 90];
  await of.write(
    "deal",
    amounts.map((amount, month) => ({
      op: "create",
      values: { amount: String(amount), closed_on: `2026-0${month + 1}-10`, stage: "won", owner: of.members[0] ?? "" },
    })),
  );
  await of.ws.rows(sql`insert into ${ident(of.ws.schema, "member_role")} values (${of.members[0]}::uuid, 'rep')`);
  return of;
}

async function lint(of: Company, body: object, more: object = {}, usage = NO_GOALS) {
  const request = KpiLintRequest.parse({ key: "won", body: { ...sound, ...body }, ...more });
  const { findings, past } = await lintDraft(of.ws, of.access, request, usage, of.clock.now);
  return { findings, past, codes: faults(findings) };
}

test("[K-02] the lint reads the company's own figures: history, dry run, people and fill rates", async (t) => {
  const of = await atWork(t);
  const clean = await lint(of, {});
  assert.deepEqual(clean.codes, []);
  assert.deepEqual(
    clean.past.map(({ value }) => value),
    ["80", "90", "85", "100", "95", "90"],
  );
  const target = { amount: "120", period: "2026-08", linked: true };
  const far = await lint(of, {}, { target });
  assert.deepEqual(far.codes, ["target_beyond_history"]);
  assert.equal(far.findings.find(({ code }) => code === "target_beyond_history")?.params["best"], "100");
  assert.deepEqual((await lint(of, {}, { target: { ...target, amount: "98" } })).codes, []);
  assert.deepEqual((await lint(of, {}, { target: { ...target, amount: "98", period: "2026-06" } })).codes, [
    "target_past",
  ]);
  const other = { ...target, amount: "98", member: of.members[1] };
  assert.deepEqual((await lint(of, {}, { target: other })).codes, ["target_no_history"]);
  assert.deepEqual((await lint(of, { label: { zh: "提升业绩" }, owner: undefined })).codes, [
    "kpi_name_vague",
    "kpi_no_owner",
  ]);
  assert.deepEqual((await lint(of, { metric: "nothing" })).codes, ["kpi_no_metric"]);
});

test("[A10] a field filled in 12 % of records is told with its share, on the way to mending it", async (t) => {
  const of = await atWork(t);
  const deals = Array.from(
    { length: 44 },
    () => ({ op: "create", values: { opened_on: dayOf(10), stage: "open" } }) as const,
  );
  await of.write("deal", deals);
  const filter = { field: ["amount"], op: "gt", value: 0 };
  const metric = {
    label: { zh: "有金额的商机" },
    ...METRICS.opened,
    measure: { ...METRICS.opened.measure, date: "created_at", filter },
  };
  const { findings } = await lint(of, { metric: "opened", type: "process" }, { metric });
  const thin = findings.find(({ code }) => code === "kpi_field_thin");
  assert.deepEqual([thin?.params["percent"], thin?.params["records"], thin?.mend], ["12", 50, "/build/objects/deal"]);
});

test("[A10] publishing over a blocking finding needs a reason, which stays with the version and in the audit log", async (t) => {
  const of = await atWork(t);
  const checks = [kpiPublishCheck(NO_GOALS, () => of.clock.now)];
  const one = { kind: "kpi", key: "won" };
  const publish = async (body: object, reason?: string) => {
    await saveDraft(of.ws, of.access, { ...one, body: { ...sound, ...body } as never });
    return await publishDraft(of.ws, of.access, one, { note: "", checks, reason });
  };
  assert.equal((await publish({})).state, "published");
  await assert.rejects(publish({ label: { zh: "努力增长" } }), (error: Refusal) => {
    assert.equal(error.code, "definition_needs_reason");
    assert.deepEqual(
      error.issues.map(({ code, path }) => [code, path[0]]),
      [["kpi_name_vague", "label"]],
    );
    return true;
  });
  await assert.rejects(publish({ label: { zh: "努力增长" } }, "  "), refusedWith("definition_needs_reason"));
  const published = await publish({ label: { zh: "努力增长" } }, "总经理定的名称");
  const [row] = await of.ws.rows<{ override: { reason: string } }>(
    sql`select override from ${ident(of.ws.schema, "definition")} where kind = 'kpi' and key = 'won' and version = ${published.version}`,
  );
  assert.equal(row?.override.reason, "总经理定的名称");
  const audit = await of.ws.rows<{ reason: string }>(
    sql`select detail -> 'override' ->> 'reason' as reason from ${ident(of.ws.schema, "audit_event")} where subject_id = 'won' and detail ? 'override'`,
  );
  assert.deepEqual(audit, [{ reason: "总经理定的名称" }]);
  await publish({});
  await assert.rejects(
    rollBack(of.ws, of.access, { ...one, version: published.version }, { note: "", checks }),
    refusedWith("definition_needs_reason"),
  );
});

test("[K-01] while targets of the period rest on a KPI its meaning is frozen, through its metric too; its words are not", async (t) => {
  const of = await atWork(t);
  const checks = [kpiPublishCheck(WITH_GOALS, () => of.clock.now)];
  const publish = async (kind: string, key: string, body: object, reason?: string) => {
    await saveDraft(of.ws, of.access, { kind, key, body: body as never });
    return await publishDraft(of.ws, of.access, { kind, key }, { note: "", checks, reason });
  };
  await publish("kpi", "won", sound);
  assert.equal((await publish("kpi", "won", { ...sound, help: { zh: "换个说法。" } })).state, "published");
  await assert.rejects(
    publish("kpi", "won", { ...sound, grain: "quarter", cadence: "month" }),
    refusedWith("definition_needs_reason"),
  );
  const metric = { label: { zh: "赢单" }, ...wonDeals("sum", { basis: "stage_entered", date: "opened_on" }) };
  await assert.rejects(publish("metric", "won_amount", metric), refusedWith("definition_needs_reason"));
  assert.equal((await publish("metric", "won_amount", metric, "口径改为开单日")).state, "published");
  const { codes } = await lint(of, { grain: "quarter", cadence: "month" }, {}, WITH_GOALS);
  assert.ok(codes.includes("kpi_changed_mid_period") && codes.includes("kpi_changes_often"), codes.join());
});

test("[A10] a package is held to the same: its KPIs need a reason where they are bad, and the shipped one is exempt", async (t) => {
  const of = await atWork(t);
  const bad = definitions("kpi", { effort: { ...sound, label: { zh: "加强管理" } } });
  const pack = { key: "extra", version: "1.0.0", label: { zh: "加装" }, definitions: bad as never };
  const checks = [kpiPublishCheck(NO_GOALS, () => of.clock.now)];
  await assert.rejects(
    installPackage(of.ws, of.access, pack, "company", { checks }),
    refusedWith("definition_needs_reason"),
  );
  assert.equal((await installPackage(of.ws, of.access, pack, "company", { checks, reason: "先试用" })).length, 1);
  const shipped = { ...pack, key: "shipped", definitions: bad.map((each) => ({ ...each, key: "shipped" })) as never };
  assert.equal((await installPackage(of.ws, of.access, shipped)).length, 1);
});

test("[K-02] a target is held against its person's past in periods of its own length; another office stays unseen", async (t) => {
  const of = await atWork(t, { won: sound });
  const defined = await of.world();
  const [seller] = of.members;
  const stranger = of.members.at(-1);
  const seen = (access: Access, target: LintTarget) =>
    lintTargetOf(of.ws, access, defined, "won", target, of.clock.now);
  const month = await seen(of.access, { amount: "120", period: "2026-08", linked: true });
  assert.deepEqual(faults(month.findings), ["target_beyond_history"]);
  const quarter = await seen(of.access, { amount: "290", period: "2026-Q4", linked: true });
  assert.deepEqual(
    quarter.past.map(({ period, value }) => [period, value]),
    [
      ["2026-Q1", "255"],
      ["2026-Q2", "285"],
    ],
  );
  const rep = await resolveAccess(
    of.ws,
    defined,
    memberActor(of.ws, { memberId: seller!, roleKeys: ["rep"] }),
    of.clock.now,
  );
  const own = await seen(rep, { amount: "98", period: "2026-08", member: seller });
  assert.equal(own.past.length, 6);
  await assert.rejects(seen(rep, { amount: "98", period: "2026-08", member: stranger }), refusedWith("not_found"));
  await assert.rejects(seen(rep, { amount: "98", period: "2026-08" }), refusedWith("not_found"));
});

function faults(findings: readonly Finding[]): string[] {
  return findings.filter(({ level }) => level !== "pass").map(({ code }) => code);
}
