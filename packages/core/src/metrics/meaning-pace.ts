import { Decimal, decimal, ONE, ratio, ZERO } from "../numbers/decimal.ts";
import { type Pace, type PaceInput, paceOf } from "./pace.ts";
import type { TargetMeaning } from "./target-meaning.ts";
import { attainmentByType, maintainBand, type TargetType } from "./target-type.ts";

/**
 * Attainment against time for a target that means something else than an amount to reach: from a start up or down to
 * it, kept within bounds, or done once.
 *
 * @param meaning plain attainment when left out
 * @source SPEC.md K-09, K-12
 */
export function paceByMeaning(input: PaceInput, meaning: TargetMeaning | undefined): Pace {
  if (meaning === undefined || meaning.kind === "amount") return paceOf(input);
  const target = input.target ?? boundOf(meaning);
  const plain = paceOf({ ...input, target });
  if (target === null || input.actual === null) return plain;
  const attain = attainmentByType(typeOf(meaning, target), [input.actual]);
  switch (meaning.kind) {
    case "maximize":
    case "minimize": {
      const start = decimal(meaning.start);
      const progress = input.accrues === false ? ONE : input.time.progress;
      return {
        ...plain,
        attain,
        expected: progress === null ? null : start.plus(target.minus(start).times(progress)),
        gap: attain === null || progress === null ? null : attain.minus(progress),
        pace: ratio(attain, progress),
        needPerDay: meaning.kind === "minimize" ? null : plain.needPerDay,
      };
    }
    case "maintain":
      return { ...plain, attain, expected: target, gap: null, pace: attain, needPerDay: null };
    case "milestone": {
      // What has time until the period's end is not behind before it.
      const pace = input.time.remaining > 0 && attain?.isZero() ? ONE : attain;
      return { ...plain, attain, expected: null, gap: null, pace, needPerDay: null };
    }
  }
}

type Meant = Exclude<TargetMeaning, { kind: "amount" }>;

/** Bounds of its own are a target where none was set. */
function boundOf(meaning: Meant): Decimal | null {
  if (meaning.kind !== "maintain") return null;
  const bound = meaning.least ?? meaning.most;
  return bound === undefined ? null : decimal(bound);
}

function typeOf(meaning: Meant, target: Decimal): TargetType {
  switch (meaning.kind) {
    case "maximize":
    case "minimize":
      return { kind: meaning.kind, start: decimal(meaning.start), target };
    case "milestone":
      return { kind: "milestone" };
    case "maintain": {
      const { least, most, tolerance } = meaning;
      if (least === undefined && most === undefined)
        return maintainBand(target, tolerance === undefined ? ZERO : new Decimal(tolerance).div(100));
      return {
        kind: "maintain",
        ...(least === undefined ? {} : { least: decimal(least) }),
        ...(most === undefined ? {} : { most: decimal(most) }),
      };
    }
  }
}
