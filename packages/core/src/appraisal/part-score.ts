import { type Decimal, decimal } from "../numbers/decimal.ts";
import type { ScorecardBody, ScorecardItem } from "./scorecard.ts";
import { bestNextLine } from "./scoring/best-next-line.ts";
import { composePeriods } from "./scoring/compose-periods.ts";
import { type CardInputs, type CardScore, type LineScore, scoreCard } from "./scoring/score-card.ts";
import { type ItemInput, scoreItem } from "./scoring/score-item.ts";
import type { Rating } from "./scoring/score-rating.ts";
import type { TraceStep } from "./scoring/trace.ts";

type Text = string | null;

/** Figures of one period of a line, as they are kept. `days` are its working days for S-14. */
export interface PeriodFacts {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly target: Text;
  readonly actual: Text;
  readonly column?: { readonly actual: Text; readonly target: Text };
}

/** What a measured line is scored from: its periods as one, and one by one where the card composes them. */
export interface LineFacts {
  readonly item: string;
  readonly whole: PeriodFacts;
  readonly periods: readonly PeriodFacts[];
  /** Records behind the actual; null where nobody counted them. */
  readonly evidence: number | null;
  /** Actuals of the peer group, for a rank. */
  readonly peers?: readonly string[];
}

export interface Correction {
  readonly item: string;
  readonly kind: "actual" | "score" | "waive";
  readonly value: Text;
  readonly reason: string;
}

/** A bonus, deduction or veto in force. */
export interface GivenAward {
  readonly key: string;
  readonly kind: "bonus" | "penalty" | "veto";
  readonly points: Text;
  readonly evidence: string;
}

export interface PartInput {
  readonly lines: readonly LineFacts[];
  readonly gates: Readonly<Record<string, Text>>;
  readonly ratings: readonly (Rating & { readonly item: string })[];
  readonly corrections: readonly Correction[];
  readonly awards: readonly GivenAward[];
}

export interface PartWorth {
  /** By item: what the line alone would add if it reached its target. */
  readonly gains: ReadonlyMap<string, string>;
  /** By item: a step people can picture and what one more is worth. */
  readonly units: ReadonlyMap<string, { readonly step: string; readonly gain: string }>;
  /** The line with most to gain. */
  readonly best: { readonly item: string; readonly gain: string } | null;
}

/**
 * Scores a card from kept figures, ratings, corrections and awards: the same whether it is today's score or a frozen one.
 *
 * @source SPEC.md S-00, S-10 to S-14, A-05
 */
export function scorePart(card: ScorecardBody, input: PartInput): CardScore {
  const composed = new Map<string, readonly TraceStep[]>();
  const score = scoreCard(card, cardInputs(card, input, composed));
  return composed.size === 0 ? score : { ...score, items: withComposed(score.items, composed, input) };
}

/**
 * What each line is worth now: each is moved to its target, and by one step, by itself and the whole card reckoned again.
 *
 * @param least the smallest step of each line's KPI
 * @source SPEC.md S-00; capabilities A2
 */
export function worthOfLines(
  card: ScorecardBody,
  input: PartInput,
  least: Readonly<Record<string, Decimal>> = {},
): PartWorth {
  const next = bestNextLine(card, cardInputs(card, input, new Map()), least);
  const worth = next.lines.find(({ item }) => item === next.best);
  return {
    gains: new Map(next.lines.map(({ item, potential }) => [item, potential])),
    units: new Map(next.lines.map(({ item, step, unitGain }) => [item, { step, gain: unitGain }])),
    best: worth ? { item: worth.item, gain: worth.potential } : null,
  };
}

function cardInputs(card: ScorecardBody, input: PartInput, composed: Map<string, readonly TraceStep[]>): CardInputs {
  return {
    items: Object.fromEntries(card.items.map((item) => [item.key, inputOf(item, input, composed)])),
    vetoes: card.vetoes.filter(({ key }) => input.awards.some((award) => award.kind === "veto" && award.key === key)),
    gates: Object.fromEntries(Object.entries(input.gates).map(([key, value]) => [key, number(value)])),
  };
}

function inputOf(item: ScorecardItem, input: PartInput, composed: Map<string, readonly TraceStep[]>): ItemInput {
  const corrections = input.corrections.filter((each) => each.item === item.key);
  const written = corrections.findLast(({ kind }) => kind === "score");
  const override =
    written && written.value !== null ? { override: { points: decimal(written.value), reason: written.reason } } : {};
  if (corrections.some(({ kind }) => kind === "waive")) return { state: "waived" };
  switch (item.source.kind) {
    case "rating":
      return { ratings: input.ratings.filter((each) => each.item === item.key), ...override };
    case "award":
      return awarded(item, input.awards);
    case "kpi": {
      const facts = input.lines.find((line) => line.item === item.key);
      if (!facts) return {};
      const entered = corrections.findLast(({ kind }) => kind === "actual");
      if (entered || facts.periods.length < 2)
        return { ...periodInput(facts.whole, facts, entered?.value), ...override };
      return { ...composedInput(item, facts, composed), ...override };
    }
  }
}

/** Awarded points are written over what the rule says of nothing. */
function awarded(item: ScorecardItem, awards: readonly GivenAward[]): ItemInput {
  const given = awards.filter(({ key, kind }) => kind !== "veto" && key === item.key);
  if (given.length === 0) return { state: "not_applicable" };
  const points = given.reduce((all, { points: each }) => all.plus(each ?? "0"), decimal(0));
  return { override: { points, reason: given.map(({ evidence }) => evidence).join("; ") } };
}

function periodInput(facts: PeriodFacts, { peers }: LineFacts, entered?: Text): ItemInput {
  return {
    actual: number(entered ?? facts.actual),
    target: number(facts.target),
    ...(facts.column ? { column: { actual: number(facts.column.actual), target: number(facts.column.target) } } : {}),
    ...(peers ? { peers: peers.map((peer) => decimal(peer)) } : {}),
  };
}

/** Each period scored by itself, then composed by working days (S-14); the whole's figures stay beside it. */
function composedInput(item: ScorecardItem, facts: LineFacts, composed: Map<string, readonly TraceStep[]>): ItemInput {
  const parts = facts.periods.map((period) => {
    const { state, points } = scoreItem(item.rule, periodInput(period, facts));
    const score = state === "not_applicable" ? ("not_applicable" as const) : number(points);
    return { score, days: decimal(period.days) };
  });
  const { score, trace } = composePeriods(parts);
  composed.set(item.key, trace);
  if (score === null) return { actual: null, target: number(facts.whole.target) };
  return { ...periodInput(facts.whole, facts), override: { points: score, reason: "S-14" } };
}

/** Composed points are the system's own, not somebody's override. */
function withComposed(
  lines: Readonly<Record<string, LineScore>>,
  composed: ReadonlyMap<string, readonly TraceStep[]>,
  { corrections }: PartInput,
): Record<string, LineScore> {
  return Object.fromEntries(
    Object.entries(lines).map(([key, line]) => {
      const trace = composed.get(key);
      const byHand = corrections.some((each) => each.item === key && each.kind === "score");
      return [key, trace === undefined || byHand ? line : { ...line, systemPoints: null, trace }];
    }),
  );
}

function number(value: Text): Decimal | null {
  return value === null ? null : decimal(value);
}
