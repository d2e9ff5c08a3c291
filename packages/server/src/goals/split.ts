import { methodWeights } from "@dabiao/core/goals/method-weights.ts";
import type { SplitMethod, Target, TargetSplit } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { type Children, childrenInto } from "./children.ts";
import { demandMaySplit, plannerOf } from "./goal-rights.ts";
import { handDown } from "./hand-down.ts";
import { type OpenKpi, openKpi } from "./kpi.ts";
import type { Place } from "./place.ts";
import { postSheet } from "./post-sheet.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { type FactOptions, splitFacts } from "./split-facts.ts";
import { placeIn, readTarget, readTargets } from "./targets.ts";

/** Children and their weights, read before anything is locked. */
export interface SplitBasis {
  readonly kpi: OpenKpi;
  readonly parent: Place;
  readonly children: Children;
  readonly weights: readonly Decimal[];
}

/**
 * @throws Refusal `target_not_additive`, `target_split_period`, `target_split_nobody`, `target_history_short`,
 *   `target_no_facts`, `target_dimension`, `target_not_yours`
 */
export async function readSplitBasis(context: MetricContext, split: TargetSplit): Promise<SplitBasis> {
  const kpi = openKpi(context.world, split.kpi);
  const planner = await plannerOf(context.ws, context.access, context.reader.now);
  demandMaySplit(context.access, planner, placeIn(kpi, split));
  return await splitBasis(context, kpi, split);
}

/** The same for an edit of a draft, whose author's rights were asked when it was made. */
export async function splitBasis(
  context: MetricContext,
  kpi: OpenKpi,
  split: Omit<TargetSplit, "kpi">,
): Promise<SplitBasis> {
  if (!kpi.accrues && split.method.kind !== "copy") throw new Refusal("target_not_additive", { kpi: kpi.key });
  const parent = placeIn(kpi, split);
  const children = await childrenInto(context, kpi, parent, split.into);
  const facts = await splitFacts(context, kpi, parent, children, optionsOf(split.method));
  return { kpi, parent, children, weights: methodWeights(split.method, facts).weights };
}

function optionsOf(method: SplitMethod): FactOptions {
  return {
    ramp: method.kind === "capacity" ? method.ramp : [],
    cutOffDay: method.kind === "capacity" ? method.cutOffDay : 15,
    potentials: method.kind === "potential" ? method.potentials : {},
    potentialMetric: method.kind === "potential" ? method.metric : undefined,
  };
}

/** Divides a target on a sheet. @throws Refusal `target_not_set` */
export async function splitOnSheet(
  sheet: Sheet,
  { parent, children, weights }: SplitBasis,
  split: Pick<TargetSplit, "method" | "rule" | "buffer" | "into">,
): Promise<void> {
  await sheet.load([parent]);
  if (sheet.standing(parent).version === 0) throw new Refusal("target_not_set", { period: parent.period }, ["period"]);
  const copy = split.method.kind === "copy";
  await handDown(sheet, {
    parent,
    axis: children.axis,
    children: children.places,
    weights,
    rule: copy ? { kind: "independent" } : split.rule,
    buffer: copy ? undefined : split.buffer,
    copy,
    method: { ...split.method, kind: split.method.kind, ...(weights.length <= 400 ? { by: weights.map(short) } : {}) },
  });
}

function short(weight: Decimal): string {
  return decimal(weight).toSignificantDigits(12).toFixed();
}

/** Divides a target among its children in one act. */
export async function postSplit(
  trx: Trx,
  access: Access,
  split: TargetSplit,
  basis: SplitBasis,
): Promise<{ parent: Target; targets: Target[] }> {
  const { kpi, parent, children } = basis;
  await openBook(trx, kpi.key);
  const sheet = openSheet(trx, kpi);
  await splitOnSheet(sheet, basis, split);
  await postSheet(trx, access, sheet, {
    kind: "split",
    reason: split.reason,
    inputs: { into: split.into, method: split.method, rule: split.rule, buffer: split.buffer ?? null },
  });
  return { parent: await readTarget(trx, kpi, parent), targets: await readTargets(trx, kpi, children.places) };
}
