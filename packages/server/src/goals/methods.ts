import { EXACT, streetOf } from "@dabiao/core/goals/child-rule.ts";
import { methodWeights } from "@dabiao/core/goals/method-weights.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import type { MethodResult, MethodsAnswer, MethodsQuery } from "@dabiao/core/goals/split-methods.ts";
import { SplitMethod } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, ratio, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { childrenInto } from "./children.ts";
import { demandMaySplit, plannerOf } from "./goal-rights.ts";
import { demandStep, openKpi } from "./kpi.ts";
import { spotOf } from "./place.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { splitFacts } from "./split-facts.ts";
import type { Standing } from "./standing-store.ts";
import { subjectsState } from "./subject-state-store.ts";
import { placeIn } from "./targets.ts";

const METHODS = ["even", "weights", "history", "seasonality", "workdays", "capacity", "potential", "copy"] as const;

/** What every method would give the children of a place, beside each other, with the growth over their own last year. */
export async function splitMethods(context: MetricContext, query: MethodsQuery): Promise<MethodsAnswer> {
  const kpi = openKpi(context.world, query.kpi);
  const parent = placeIn(kpi, query);
  demandMaySplit(context.access, await plannerOf(context.ws, context.access, context.reader.now), parent);
  const children = await childrenInto(context, kpi, parent, query.into);
  const facts = await splitFacts(context, kpi, parent, children, {
    ramp: query.ramp ?? ["0.25", "0.5", "0.75"],
    cutOffDay: 15,
    potentials: query.potentials ?? {},
    potentialMetric: query.potentialMetric,
  });
  const sheet = openSheet(context.ws, kpi);
  await sheet.load([parent, ...children.places]);
  const standings = children.places.map((place) => sheet.standing(place));
  const amount = amountOf(sheet, query);
  if (amount) demandStep(kpi, amount);
  const rest = amount && restOf(amount, query, standings, kpi.step);
  const names = await subjectsState(
    context.ws,
    children.places.map(({ id }) => id),
  );
  const results = METHODS.map((method): MethodResult => {
    const allowed = method === "copy" ? true : kpi.accrues;
    if (!allowed) return refused(method, new Refusal("target_not_additive", { kpi: kpi.key }));
    try {
      const { weights, fellBack } = methodWeights(asMethod(method, query), facts);
      const shares =
        rest === null
          ? standings.map(() => null)
          : method === "copy"
            ? standings.map(() => amount)
            : around(standings, rest, weights, kpi.step);
      return {
        method,
        unavailable: null,
        fellBack,
        shares: shares.map((share, index) => shown(share, facts.lastYear[index])),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(method, error);
    }
  });
  return {
    amount: amount?.toFixed() ?? null,
    lastYear: facts.lastYear.every((value) => value === null)
      ? null
      : sum(facts.lastYear.map((value) => value ?? ZERO)).toFixed(),
    children: standings.map((standing, index) => ({
      ...spotOf(standing),
      id: facts.ids[index] ?? "",
      slice: standing.slice === "" ? null : standing.slice,
      name: children.axis === "people" ? (names.get(standing.id)?.name ?? "") : (facts.ids[index] ?? ""),
      lastYear: facts.lastYear[index]?.toFixed() ?? null,
      current: standing.version > 0 ? standing.amount.toFixed() : null,
      locked: standing.locked,
      tenureMonth: facts.tenure[index] ?? null,
    })),
    methods: results,
  };

  function amountOf(on: Sheet, { amount: given }: MethodsQuery): Decimal | null {
    if (given !== undefined) return decimal(given);
    const own = on.standing(parent);
    return own.version > 0 ? own.amount : null;
  }
}

/** What is left for the open children: the street target less buffer and locked parts. */
function restOf(amount: Decimal, query: MethodsQuery, standings: readonly Standing[], step: Decimal): Decimal {
  const rule = decimal(query.k).isZero() ? EXACT : ({ kind: "over", k: query.k } as const);
  const street = streetOf(rule, amount, step) ?? amount;
  const value = query.buffer ? decimal(query.buffer.value) : ZERO;
  const kept = roundToUnit(query.buffer?.kind === "share" ? street.times(value) : value, step);
  return street.minus(kept).minus(sum(standings.map(({ locked, amount: own }) => (locked ? own : ZERO))));
}

function around(standings: readonly Standing[], rest: Decimal, weights: readonly Decimal[], step: Decimal): Decimal[] {
  const open = standings.flatMap(({ locked }, index) => (locked ? [] : [index]));
  const shares = splitTarget(
    rest,
    open.map((index) => weights[index] ?? ZERO),
    step,
  );
  const shareAt = new Map(open.map((index, place) => [index, shares[place] ?? ZERO]));
  return standings.map(({ amount }, index) => shareAt.get(index) ?? amount);
}

function shown(share: Decimal | null, lastYear: Decimal | null | undefined): MethodResult["shares"][number] {
  const grown = share && lastYear?.gt(0) ? ratio(share.minus(lastYear), lastYear) : null;
  return { amount: share?.toFixed() ?? "0", growth: grown?.toSignificantDigits(12).toFixed() ?? null };
}

function asMethod(kind: (typeof METHODS)[number], query: MethodsQuery): SplitMethod {
  switch (kind) {
    case "weights":
      if (!query.weights) throw new Refusal("target_no_facts", { method: kind });
      return SplitMethod.parse({ kind, weights: query.weights });
    case "history":
      return SplitMethod.parse({ kind, newcomers: query.newcomers });
    default:
      return SplitMethod.parse({ kind });
  }
}

function refused(method: MethodResult["method"], { code, params }: Refusal): MethodResult {
  return { method, shares: [], unavailable: { code, params }, fellBack: false };
}
