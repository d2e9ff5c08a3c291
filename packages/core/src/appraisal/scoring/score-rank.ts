import { type Decimal, decimal } from "../../numbers/decimal.ts";
import { type Facts, measureFacts } from "./measure.ts";
import type { RuleScore } from "./rule-score.ts";
import { bandPoints } from "./score-bands.ts";
import type { Better } from "./scoring-band.ts";
import type { RuleOf } from "./scoring-rule.ts";
import { traceStep } from "./trace.ts";

/** Fewer peers than this and a rank says more of chance than of work. */
export const LEAST_PEERS = 5;

/**
 * Points by the place among peers, ties sharing the mean of their places.
 *
 * @param peers the measured numbers of the whole group, the person's own among them
 * @source SPEC.md S-09
 */
export function scoreRank(rule: RuleOf<"rank">, facts: Facts, peers: readonly Decimal[]): RuleScore {
  const { value, attainment, trace } = measureFacts(rule.measure, facts);
  if (typeof value === "string") return { points: value, attainment, trace };
  const group = { size: peers.length, least: LEAST_PEERS };
  if (peers.length < LEAST_PEERS)
    return { points: "peers_few", attainment, trace: [...trace, traceStep("S-09", "peers_few", null, group)] };
  const rank = fractionalRank(value, peers, rule.better);
  const placed = [...trace, traceStep("S-09", "rank", rank, { value, size: peers.length })];
  if (rule.points.kind === "bands") {
    const given = bandPoints(rank, rule.points.bands, { better: "down", interpolate: false }, "S-09");
    return {
      points: given?.points ?? "rule_gap",
      attainment,
      trace: given === null ? placed : [...placed, given.step],
    };
  }
  const { top, bottom } = rule.points;
  const points = decimal(top).minus(
    decimal(top)
      .minus(bottom)
      .times(rank.minus(1))
      .div(peers.length - 1),
  );
  return {
    points,
    attainment,
    trace: [...placed, traceStep("S-09", "rank_linear", points, { rank, top, bottom, size: peers.length })],
  };
}

/** 1, 2.5, 2.5, 4: those who tie share the mean of the places they hold together. @source SPEC.md S-09 */
export function fractionalRank(value: Decimal, peers: readonly Decimal[], better: Better): Decimal {
  const ahead = peers.filter((peer) => (better === "up" ? peer.gt(value) : peer.lt(value))).length;
  const tied = peers.filter((peer) => peer.eq(value)).length;
  return decimal(2 * ahead + tied + 1).div(2);
}
