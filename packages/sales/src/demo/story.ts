import type { DemoMember } from "./people.ts";
import type { Chance } from "./random.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";

/** What every chapter of the story needs. */
export interface Story {
  readonly random: Chance;
  readonly records: DemoRecords;
  readonly products: readonly DemoRecord[];
  /** The business day the story ends on. */
  readonly today: string;
}

/** Share of a usual month's business; the weeks around Spring Festival are thin, quarter ends are thick. */
const SEASON = [0.85, 0.55, 1.15, 0.95, 1, 1.15, 0.9, 0.92, 1.15, 0.9, 1.05, 1.4] as const;
/** Growth a month. */
const GROWTH = 1.008;
/** What a newcomer manages in the first months, next to a settled seller. */
const RAMP = [0.3, 0.6, 0.9] as const;

export function season(month: string): number {
  return SEASON[Number(month.slice(5, 7)) - 1] ?? 1;
}

/** How much of a usual seller's business somebody does in a month, and would do once settled. */
export function strength(seller: DemoMember, month: string, firstMonth: string): number {
  const tenure = monthsFrom(seller.joinedOn, month);
  const ramp = seller.isNewcomer ? (RAMP[tenure] ?? 1) : 1;
  return fullStrength(seller, month, firstMonth) * ramp;
}

export function fullStrength(seller: DemoMember, month: string, firstMonth: string): number {
  return seller.skill * season(month) * GROWTH ** monthsFrom(firstMonth, month);
}

function monthsFrom(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
