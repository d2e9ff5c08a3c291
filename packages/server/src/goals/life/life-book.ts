import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { type EffectiveGoal, effectiveGoal } from "@dabiao/core/goals/effective-goal.ts";
import { isWholeIn, type Life, type LifeShare, lifeShare } from "@dabiao/core/goals/life-share.ts";
import { type Decimal, ONE } from "@dabiao/core/numbers/decimal.ts";
import { type InWorkspace, world } from "../../model/world.ts";
import type { OpenKpi } from "../kpi.ts";
import { type Presence, readLives } from "./lives-store.ts";
import { goalRules } from "./rules.ts";
import { settledShares } from "./settled-store.ts";

/** How much of a target is somebody's, in any period within the one that was opened. */
export interface LifeBook {
  /** `null` for somebody whom nothing touched in the period. */
  share(memberId: string, period: Period): LifeShare | null;
  goal(memberId: string, period: Period, nominal: Decimal): EffectiveGoal;
  /** Days of a period that somebody was not there. */
  away(memberId: string, period: Period): readonly DayRange[];
  /** Everybody something happened to. */
  readonly touched: readonly string[];
}

/**
 * Opens people's lives in a period for a KPI. Only what piles up is cut: a rate or an average is asked of a newcomer as
 * of anybody, unless the whole period was missed; and a ramp eases only what should rise.
 *
 * @param periods keys of all periods that will be asked about
 * @param members only these people; everybody when left out
 * @param presence read already, for several KPIs
 * @source SPEC.md G-05, G-10
 */
export async function openLifeBook(
  on: InWorkspace,
  kpi: OpenKpi,
  period: Period,
  periods: readonly string[],
  asOf: Date | null,
  members?: readonly string[],
  presence?: Presence,
): Promise<LifeBook> {
  const defined = await world(on);
  const basis = goalRules(defined).proration;
  const lives = await readLives(on, defined, period, kpi.key, asOf, members, presence);
  const settled = await settledShares(on, kpi.key, periods, asOf);
  const share = (memberId: string, of: Period): LifeShare | null => {
    const life = lives.get(memberId);
    if (!life || isWholeIn(of, life)) return null;
    const eased = kpi.accrues && kpi.direction === "up" ? life : { ...life, ramps: [] };
    if (isWholeIn(of, eased)) return null;
    const reckoned = lifeShare(of, eased, kpi.calendar, basis);
    return kpi.accrues || reckoned.share === null ? reckoned : null;
  };
  return {
    share,
    goal: (memberId, of, nominal) =>
      effectiveGoal(nominal, share(memberId, of), kpi.step, settled.get(`${memberId}/${of.key}`) ?? ONE),
    away: (memberId, of) => {
      const life = lives.get(memberId);
      return life ? daysAway(of, life) : [];
    },
    touched: [...lives.keys()],
  };
}

function daysAway(period: Period, { joinedOn, leftOn, leave }: Life): DayRange[] {
  return [
    ...(joinedOn !== null && joinedOn > period.start ? [{ start: period.start, end: joinedOn }] : []),
    ...(leftOn !== null && leftOn < period.end ? [{ start: leftOn, end: period.end }] : []),
    ...leave,
  ];
}
