import { commitGap } from "@dabiao/core/goals/commit-gap.ts";
import {
  COMMIT_MOVES,
  type CommitAct,
  type CommitAnswer,
  type Commitment,
  type CommitQuery,
  type CommitSummary,
  type Proposal,
} from "@dabiao/core/goals/commitment.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { z } from "zod";
import type { MetricContext } from "../metrics/context.ts";
import type { Access } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import * as store from "./commit-store.ts";
import { demandVisible, type Planner, plannerOf, seesAll, visibleSubjects } from "./goal-rights.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { placedPeople } from "./people-store.ts";
import { COMPANY, type Place, placeName } from "./place.ts";
import { postSheet } from "./post-sheet.ts";
import { setOnSheet } from "./set-on-sheet.ts";
import { openSheet } from "./sheet.ts";
import { standingsOf } from "./standing-store.ts";
import type { TargetCommitRow } from "./tables.ts";
import { placeIn } from "./targets.ts";

/** Who is who in a negotiation: the one who commits, and the one who answers for the level above. */
interface Parties {
  readonly proposes: boolean;
  readonly answers: boolean;
}

function partiesOf(access: Access, planner: Planner, place: Pick<Place, "kind" | "id">): Parties {
  const own = place.kind === "member" && place.id === access.memberId;
  return { proposes: own || planner.maySplit(place), answers: !own && planner.maySet(place) };
}

/**
 * Commits to a number: for oneself, or for people and units below. It is kept beside what was suggested when it began.
 *
 * @throws Refusal `target_not_yours`, `target_step`, `commit_move`
 */
export async function propose(trx: Trx, context: MetricContext, proposal: Proposal): Promise<Commitment> {
  const { access } = context;
  const kpi = openKpi(context.world, proposal.kpi);
  const place = placeIn(kpi, { ...proposal, slice: undefined });
  const planner = await plannerOf(trx, access, trx.now);
  if (!partiesOf(access, planner, place).proposes) {
    demandVisible(access, place);
    throw new Refusal("target_not_yours", { who: place.kind, id: place.id });
  }
  const amount = decimal(proposal.commit);
  demandStep(kpi, amount);
  const known = await store.lockCommit(trx, { kpi: kpi.key, place });
  const state = proposal.submit ? moved(known?.state ?? "draft", "propose") : "draft";
  const target = await targetAt(trx, kpi, place);
  const row = await store.keepCommit(
    trx,
    {
      id: known?.id ?? newId(trx.now),
      kpi: kpi.key,
      subject_kind: place.kind,
      subject_id: place.id,
      period: place.period,
      state,
      amount: amount.toFixed(),
      best_case: proposal.bestCase ?? null,
      counter: known?.counter ?? null,
      suggested: known?.suggested ?? target,
      evidence: proposal.evidence,
      version: (known?.version ?? 0) + 1,
    },
    { act: "propose", amount: amount.toFixed(), reason: proposal.reason, by: access.memberId },
  );
  return await shown(trx, context, planner, kpi, row);
}

function moved(state: Commitment["state"], act: CommitAct): Commitment["state"] {
  const next = COMMIT_MOVES[state][act];
  if (!next) throw new Refusal("commit_move", { state, act });
  return next;
}

/**
 * Answers a commitment. What is agreed or imposed becomes the target; the difference to what it was shows in the buffer of
 * the level above (G-08).
 *
 * @throws Refusal `not_found`, `conflict`, `commit_move`, `commit_amount`, `target_not_yours`
 */
export async function answerCommitment(
  trx: Trx,
  context: MetricContext,
  id: string,
  answer: z.output<typeof CommitAnswer>,
): Promise<Commitment> {
  const { access } = context;
  const known = await store.lockCommit(trx, { id });
  if (!known) throw new Refusal("not_found", { what: "commitment" });
  const kpi = openKpi(context.world, known.kpi);
  const place = placeOfCommit(known);
  demandVisible(access, place);
  const planner = await plannerOf(trx, access, trx.now);
  if (!mayNow(known, partiesOf(access, planner, place)).includes(answer.act))
    throw COMMIT_MOVES[known.state][answer.act]
      ? new Refusal("target_not_yours", { who: place.kind, id: place.id })
      : new Refusal("commit_move", { state: known.state, act: answer.act });
  if (answer.version !== known.version)
    throw new Refusal("target_conflict", {
      period: known.period,
      theirs: known.counter ?? known.amount ?? "",
      yours: answer.amount ?? "",
    });
  const amount = amountOf(known, answer);
  if (amount) demandStep(kpi, decimal(amount));
  const state = moved(known.state, answer.act);
  if (amount !== null && (state === "agreed" || state === "imposed"))
    await agree(trx, context, kpi, place, amount, answer);
  const row = await store.keepCommit(
    trx,
    {
      ...known,
      state,
      counter: answer.act === "counter" || answer.act === "impose" ? amount : known.counter,
      amount: answer.act === "accept" ? amount : known.amount,
      version: known.version + 1,
    },
    { act: answer.act, amount, reason: answer.reason, by: access.memberId },
  );
  return await shown(trx, context, planner, kpi, row);
}

/** The number a step is about: the one given, or the one on the table. */
function amountOf(known: TargetCommitRow, { act, amount }: z.output<typeof CommitAnswer>): string | null {
  switch (act) {
    case "withdraw":
      return null;
    case "accept":
      return known.state === "negotiating" ? known.counter : known.amount;
    case "counter":
    case "impose":
      if (amount === undefined) throw new Refusal("commit_amount", {}, ["amount"]);
      return amount;
  }
}

async function agree(
  trx: Trx,
  { access }: MetricContext,
  kpi: OpenKpi,
  place: Place,
  amount: string,
  { act, reason }: z.output<typeof CommitAnswer>,
): Promise<void> {
  await openBook(trx, kpi.key);
  const sheet = openSheet(trx, kpi);
  await setOnSheet(sheet, place, decimal(amount), { kind: "buffer" });
  await postSheet(trx, access, sheet, { kind: "agree", reason, inputs: { act, amount } });
}

function placeOfCommit({ subject_kind, subject_id, period }: TargetCommitRow): Place {
  return { kind: subject_kind, id: subject_id, period, slice: "" };
}

/** What a reader may do next: the person while it is hers to move, the leader while it is the leader's. */
function mayNow({ state }: Pick<TargetCommitRow, "state">, { proposes, answers }: Parties): CommitAct[] {
  const may: Readonly<Record<CommitAct, boolean>> = {
    propose: proposes,
    withdraw: proposes,
    counter: answers && state !== "draft",
    impose: answers && state !== "draft",
    accept: state === "negotiating" ? proposes && !answers : answers,
  };
  return (Object.keys(COMMIT_MOVES[state]) as CommitAct[]).filter((act) => may[act]);
}

async function targetAt(on: Runner, kpi: OpenKpi, place: Place): Promise<string | null> {
  const found = await standingsOf(on, kpi.key, [place.period], { subjects: [place.id], slice: "" });
  const standing = found.find((each) => placeName(each) === placeName(place) && each.version > 0);
  return standing?.amount.toFixed() ?? null;
}

async function shown(
  on: Runner,
  context: MetricContext,
  planner: Planner,
  kpi: OpenKpi,
  row: TargetCommitRow,
): Promise<Commitment> {
  const steps = await store.readSteps(on, [row.id]);
  return toCommitment(
    context.access,
    planner,
    row,
    steps.get(row.id) ?? [],
    await targetAt(on, kpi, placeOfCommit(row)),
  );
}

function toCommitment(
  access: Access,
  planner: Planner,
  row: TargetCommitRow,
  steps: readonly store.StepRow[],
  target: string | null,
): Commitment {
  const shownOf = (text: string | null) => (text === null ? null : decimal(text).toFixed());
  return {
    id: row.id,
    kpi: row.kpi,
    memberId: row.subject_kind === "member" ? row.subject_id : null,
    unitId: row.subject_kind === "unit" ? row.subject_id : null,
    period: row.period,
    state: row.state,
    commit: shownOf(row.amount),
    bestCase: shownOf(row.best_case),
    counter: shownOf(row.counter),
    suggested: shownOf(row.suggested),
    target,
    evidence: row.evidence,
    steps: steps.map(({ at, memberId, act, amount, reason }) => ({
      at: at.toISOString(),
      memberId,
      act,
      amount: shownOf(amount),
      reason,
    })),
    version: row.version,
    may: mayNow(row, partiesOf(access, planner, placeOfCommit(row))),
  };
}

/** Commitments the reader may see, and what they come to against the target of the unit. */
export async function listCommitments(
  context: MetricContext,
  query: CommitQuery,
): Promise<Page<Commitment> & { summary: z.output<typeof CommitSummary> }> {
  const { ws, access } = context;
  const kpi = openKpi(context.world, query.kpi);
  const period = periodIn(kpi, query.period);
  if (query.unit) demandVisible(access, { kind: "unit", id: query.unit });
  const visible = visibleSubjects(access);
  const people = (await placedPeople(ws, period, query.unit ?? null)).filter(({ id }) =>
    visible({ kind: "member", id }),
  );
  const wanted = query.members ? new Set(query.members) : null;
  const ids = people.flatMap(({ id }) => (wanted && !wanted.has(id) ? [] : [id]));
  const units = query.unit || !seesAll(access) ? access.units("subtree") : [];
  const subjects = seesAll(access) && !query.unit && !wanted ? null : [...ids, ...units];
  const after = query.page.cursor === undefined ? null : String(readCursor(query.page.cursor, 1)[0]);
  const own = access.memberId;
  const rows = await store.readCommits(ws, {
    kpi: kpi.key,
    period: period.key,
    subjects,
    own,
    after,
    limit: query.page.limit + 1,
  });
  const { items, next } = pageOf(rows, query.page.limit, ({ id }) => [id]);
  const steps = await store.readSteps(
    ws,
    items.map(({ id }) => id),
  );
  const standings = await standingsOf(ws, kpi.key, [period.key], {
    subjects: [...items.map(({ subject_id }) => subject_id), query.unit ?? COMPANY],
    slice: "",
  });
  const targets = new Map(standings.flatMap((each) => (each.version > 0 ? [[each.id, each.amount.toFixed()]] : [])));
  const planner = await plannerOf(ws, access, context.reader.now);
  const totals = await store.commitTotals(ws, kpi.key, period.key, ids);
  const target = targets.get(query.unit ?? COMPANY) ?? null;
  const gap = target === null ? null : commitGap(decimal(target), [decimal(totals.committed)]).toFixed();
  return {
    items: items.map((row) =>
      toCommitment(access, planner, row, steps.get(row.id) ?? [], targets.get(row.subject_id) ?? null),
    ),
    next,
    summary: {
      target: query.unit || seesAll(access) ? target : null,
      committed: decimal(totals.committed).toFixed(),
      bestCase: decimal(totals.bestCase).toFixed(),
      gap: query.unit || seesAll(access) ? gap : null,
      people: ids.length,
      answered: totals.answered,
    },
  };
}
