import assert from "node:assert/strict";
import { test } from "node:test";
import { YearPlan } from "@dabiao/core/goals/contract.ts";
import { DraftEdits } from "@dabiao/core/goals/goal-draft.ts";
import { TargetBatch } from "@dabiao/core/goals/set-many.ts";
import { type CounterEntry, type Subject, TargetSetting, TargetSplit } from "@dabiao/core/goals/target.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { setTargets } from "../../src/goals/batch.ts";
import { discardDraft, editDraft, openDraft, publishDraft } from "../../src/goals/drafts.ts";
import { postSplit, readSplitBasis } from "../../src/goals/split.ts";
import { readStandings } from "../../src/goals/standing-store.ts";
import { lockTarget, setTarget } from "../../src/goals/targets.ts";
import { postYear } from "../../src/goals/year.ts";
import { readYearBasis } from "../../src/goals/year-basis.ts";
import { type Company, company } from "../metrics/company.ts";
import { Random } from "../support/random.ts";
import { COMPANY, KPIS, METRICS } from "./planned-company.ts";
import { demandSoundLedger } from "./sound-ledger.ts";

/** The long form: LEDGER_EDITS=10000. */
const EDITS = Number(process.env["LEDGER_EDITS"] ?? 150);
const PLANNERS = 4;
const PERIODS = ["2026", "2026-Q1", "2026-Q2", "2026-01", "2026-02", "2026-03", "2026-05"] as const;

test(`[N3] ${EDITS} random edits by several people at once: every posting sums to zero, no target is lost between levels, and every sheet of the past stays readable as it was`, async (t) => {
  const of = await company(t, METRICS, "2026-01-05T01:00:00Z", KPIS);
  const plan = YearPlan.parse({ kpi: "won", period: "2026", amount: "100000", reason: "年度" });
  const basis = await readYearBasis(await of.context(), plan);
  await of.ws.transaction((trx) => postYear(trx, of.access, plan, basis));
  const tally = new Map<string, number>();
  const sheets: { at: Date; sheet: string }[] = [];
  const each = Math.max(50, EDITS / 20);
  const rounds = Math.ceil(EDITS / each);
  for (let round = 0; round < rounds; round++) {
    of.clock.now = new Date(of.clock.now.getTime() + 60_000);
    const planners = Array.from({ length: PLANNERS }, (_, planner) => new Random(round * PLANNERS + planner + 1));
    await Promise.all(planners.map((random) => someEdits(of, random, Math.ceil(each / PLANNERS), tally)));
    await demandSoundLedger(of.ws);
    sheets.push({ at: of.clock.now, sheet: await sheetOf(of) });
  }
  for (const { at, sheet } of sheets) {
    assert.equal(await sheetOf(of, at), sheet, `the sheet of ${at.toISOString()}`);
  }
  for (const { at } of sheets.slice(0, 3)) await demandSoundLedger(of.ws, at);
  assert.ok((tally.get("done") ?? 0) > EDITS / 3, JSON.stringify(Object.fromEntries(tally)));
  if (process.env["LEDGER_EDITS"]) t.diagnostic(JSON.stringify(Object.fromEntries(tally)));
});

async function someEdits(of: Company, random: Random, count: number, tally: Map<string, number>) {
  for (let index = 0; index < count; index++) {
    const outcome = await oneEdit(of, random).then(
      () => "done",
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
}

/** One edit as a planner would make it: any of the ways a target can be changed, at any place. */
async function oneEdit(of: Company, random: Random): Promise<void> {
  const world = await of.world();
  const place = { kpi: "won", subject: subjectAt(of, random), period: random.pick(PERIODS) };
  const amount = String(random.below(20_000));
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const setting = TargetSetting.parse({ ...place, amount, reason: "改", counter: counterAt(of, random) });
      await of.ws.transaction((trx) => setTarget(trx, of.access, world, setting));
      return;
    }
    case 4:
    case 5:
    case 6: {
      const into = random.pick([
        { kind: "units" },
        { kind: "members" },
        { kind: "periods" },
        { kind: "periods", grain: "month" },
      ]);
      const rule = random.pick([
        { kind: "exact" },
        { kind: "over", k: "0.1" },
        { kind: "under" },
        { kind: "independent" },
      ]);
      const buffer = random.pick([undefined, { kind: "share", value: "0.05" }, { kind: "amount", value: "7" }]);
      const wanted = TargetSplit.parse({ ...place, into, method: { kind: "even" }, rule, buffer, reason: "分" });
      const basis = await readSplitBasis(await of.context(), wanted);
      await of.ws.transaction((trx) => postSplit(trx, of.access, wanted, basis));
      return;
    }
    case 7:
      await of.ws.transaction((trx) => lockTarget(trx, of.access, world, { ...place, locked: random.below(3) === 0 }));
      return;
    case 8: {
      const rows = Array.from({ length: 5 }, () => ({
        subject: subjectAt(of, random),
        period: random.pick(PERIODS),
        amount: String(random.below(9_000)),
      }));
      const batch = TargetBatch.parse({ kpi: "won", rows, reason: "导入", skipFaulty: true });
      await of.ws.transaction((trx) => setTargets(trx, of.access, world, batch));
      return;
    }
    default: {
      const context = await of.context();
      const draft = await openDraft(context, { kpi: "won", period: "2026" });
      const { kpi: _kpi, ...spot } = place;
      const balance = {
        kind: "balance",
        ...spot,
        axis: random.pick(["people", "periods"]),
        by: random.pick(["buffer", "children", "upper"]),
      };
      await editDraft(context, draft.id, DraftEdits.parse({ edits: [balance] }));
      if (random.below(2) === 0) return;
      try {
        await publishDraft(context, draft.id, { note: "发布" });
      } catch (error) {
        if (error instanceof Refusal && error.code === "draft_blocked") await discardDraft(of.ws, context, draft.id);
        throw error;
      }
    }
  }
}

function subjectAt(of: Company, random: Random): Subject {
  const all: Subject[] = [
    COMPANY,
    ...[...of.units.offices, ...of.units.teams].map((id): Subject => ({ kind: "unit", id })),
    ...of.members.map((id): Subject => ({ kind: "member", id })),
  ];
  return random.pick(all);
}

function counterAt(of: Company, random: Random): CounterEntry {
  const place = { kind: "place", subject: subjectAt(of, random), period: random.pick(PERIODS) } as const;
  return random.pick<CounterEntry>([
    { kind: "plan" },
    { kind: "buffer" },
    { kind: "siblings", axis: "people" },
    { kind: "siblings", axis: "periods" },
    { kind: "upper" },
    place,
  ]);
}

/** Everything a sheet shows, as text. */
async function sheetOf(of: Company, asOf: Date | null = null): Promise<string> {
  const rows = await readStandings(of.ws, "won", [...PERIODS], asOf);
  return rows
    .map(({ kind, id, period, amount, handed, buffer, version, locked }) =>
      JSON.stringify([kind, id, period, amount, handed, buffer, version, locked]),
    )
    .sort()
    .join("\n");
}
