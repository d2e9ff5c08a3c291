import { Decimal, decimal, ONE, ratio, ZERO } from "../numbers/decimal.ts";

/** What somebody, or a team together, did in some weeks: activity (拜访), deals won by it, and what they brought. */
export interface FunnelRecord {
  readonly activity: Decimal;
  readonly deals: Decimal;
  readonly result: Decimal;
  readonly weeks: number;
}

export interface FunnelOptions {
  /** How many weeks are left to do it. */
  readonly weeks: Decimal;
  /** Smallest step of a weekly target. */
  readonly step: Decimal;
  /** How far a proposal may lie from somebody's own weekly pace: `0.5` is half more or half less. */
  readonly cap: Decimal;
}

/** A weekly activity target and where it comes from. */
export interface FunnelProposal {
  readonly perWeek: Decimal;
  /** Deals the result takes, and all activity those take. */
  readonly deals: Decimal;
  readonly activity: Decimal;
  readonly ticket: Decimal;
  /** Deals per activity. */
  readonly conversion: Decimal;
  /** Whose rate it is: own; own blended with the team's; or the team's, because own activity is too little. */
  readonly basis: "own" | "blended" | "team";
  /** Own activity and own deals the rates rest on. */
  readonly sample: { readonly activity: Decimal; readonly deals: Decimal };
  /** What somebody does now in a week; `null` without any. */
  readonly pace: Decimal | null;
  /** Set when the cap held the proposal back, to what it would have been. */
  readonly uncapped: Decimal | null;
  /** How much less activity 5 points more conversion take, per week. */
  readonly savedByFivePoints: Decimal;
}

/** The team's rates count as so much own activity, and so many own deals. */
const PRIOR_ACTIVITY = decimal(30);
const PRIOR_DEALS = decimal(5);
/** Below this share of own evidence the team's rates are taken alone. */
const THIN = decimal("0.25");
const FIVE_POINTS = decimal("0.05");

/**
 * A8: the weekly activity a result takes, from one's own conversion and ticket size, drawn to the team's the more, the
 * less own activity there is.
 *
 * @param result what is still to be brought
 * @returns `null` when neither own nor the team's past shows what activity brings
 * @source SPEC.md A8
 */
export function reverseFunnel(
  result: Decimal,
  own: FunnelRecord,
  team: FunnelRecord,
  options: FunnelOptions,
): FunnelProposal | null {
  const teamConversion = ratio(team.deals, team.activity);
  const teamTicket = ratio(team.result, team.deals);
  if (!teamConversion?.isPositive() || teamConversion.isZero() || !teamTicket?.isPositive()) return null;
  const evidence = own.activity.div(own.activity.plus(PRIOR_ACTIVITY));
  const thin = evidence.lt(THIN);
  const conversion = thin
    ? teamConversion
    : own.deals.plus(teamConversion.times(PRIOR_ACTIVITY)).div(own.activity.plus(PRIOR_ACTIVITY));
  const ticket = thin ? teamTicket : own.result.plus(teamTicket.times(PRIOR_DEALS)).div(own.deals.plus(PRIOR_DEALS));
  const need = Decimal.max(result, ZERO);
  const deals = need.div(ticket);
  const activity = deals.div(conversion);
  const wanted = perWeek(activity, options);
  const pace = own.activity.isZero() || own.weeks === 0 ? null : own.activity.div(own.weeks);
  const capped = need.isZero() ? wanted : within(wanted, thin ? null : pace, options);
  const better = perWeek(deals.div(conversion.plus(FIVE_POINTS)), options);
  return {
    perWeek: capped,
    deals,
    activity,
    ticket,
    conversion,
    basis: thin ? "team" : evidence.gte("0.6") ? "own" : "blended",
    sample: { activity: own.activity, deals: own.deals },
    pace,
    uncapped: capped.eq(wanted) ? null : wanted,
    savedByFivePoints: wanted.minus(better),
  };
}

function perWeek(activity: Decimal, { weeks, step }: FunnelOptions): Decimal {
  const each = weeks.lte(0) ? activity : activity.div(weeks);
  return upTo(each, step);
}

/** Not further from one's own pace than the cap allows. */
function within(wanted: Decimal, pace: Decimal | null, { cap, step }: FunnelOptions): Decimal {
  if (pace === null) return wanted;
  const most = upTo(pace.times(ONE.plus(cap)), step);
  const least = upTo(pace.times(Decimal.max(ONE.minus(cap), ZERO)), step);
  return Decimal.min(Decimal.max(wanted, least), most);
}

/** The next whole step: half a visit is a visit. */
function upTo(value: Decimal, step: Decimal): Decimal {
  return value.div(step).toDecimalPlaces(6).ceil().times(step);
}

/**
 * A weekly target put on real weeks: a week with fewer working days asks for less, rounded up to the step.
 *
 * @param workdays of each week that is left
 * @param usual working days of an ordinary week
 * @source SPEC.md A8
 */
export function weekAmounts(perWeek: Decimal, workdays: readonly number[], step: Decimal, usual = 5): Decimal[] {
  return workdays.map((days) => upTo(perWeek.times(Math.min(days, usual)).div(usual), step));
}
