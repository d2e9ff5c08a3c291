import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { DecimalString, Key } from "../platform/text.ts";
import { Subject } from "./target.ts";

/** People asked about at once. */
export const ODDS_MAX = 1_000;

const Share = z.string().regex(/^[01](\.\d{1,4})?$/);
const Figure = DecimalString.nullable();

/** The chance of one target, and what it rests on. */
export const Odds = z.object({
  subject: Subject,
  /** The target asked about, or the one that counts now; null without any. */
  target: Figure,
  /** 0 to 1; null when there is too little history or no target: nothing honest can be said then. */
  chance: Share.nullable(),
  /** Less likely than the company wants a target to be. */
  flagged: z.boolean(),
  basis: z.enum(["own", "blended", "peers"]).nullable(),
  /** Comparable past periods: own, and those of colleagues. */
  sample: z.object({ own: z.number().int(), peers: z.number().int() }),
  done: Figure,
  /** Open deals due in the period, what they are expected to bring, and how often such deals are won. */
  pipeline: z
    .object({ deals: z.number().int(), amount: DecimalString, winRate: Share, expected: DecimalString })
    .nullable(),
  /** What is reached nearly always (90 %), half of the time, and rarely (10 %). */
  likely: z.object({ safe: DecimalString, middle: DecimalString, rare: DecimalString }).nullable(),
  /** The best and the usual of the own comparable periods, as they were. */
  best: Figure,
  usual: Figure,
  /** Of a unit: people now, how many whole ones they make with ramp and leave, and what one usually brings. */
  heads: z
    .object({ people: z.number().int(), effective: DecimalString, usualPerHead: Figure, capacity: Figure })
    .nullable(),
});
export type Odds = z.infer<typeof Odds>;

export const goalOdds = contract({
  name: "goals.odds",
  method: "POST",
  path: "/goals/odds",
  access: "member",
  summary: "The chance of reaching targets, from history, open deals and headcount, for many at once",
  body: z.object({
    kpi: Key,
    period: PeriodKey,
    subjects: z
      .array(z.object({ subject: Subject, target: DecimalString.optional() }))
      .min(1)
      .max(ODDS_MAX),
  }),
  response: z.object({
    /** Below this a target is flagged. */
    floor: Share,
    /** Past periods that were looked at. */
    periods: z.number().int(),
    odds: z.array(Odds),
  }),
});

/** One person's weekly activity target, and where it comes from. */
export const FunnelLine = z.object({
  member: z.object({ id: z.uuid(), name: z.string() }),
  /** What is still to be brought: the target less what is done. */
  result: DecimalString,
  proposal: z
    .object({
      perWeek: DecimalString,
      deals: DecimalString,
      activity: DecimalString,
      ticket: DecimalString,
      conversion: DecimalString,
      basis: z.enum(["own", "blended", "team"]),
      sample: z.object({ activity: DecimalString, deals: DecimalString }),
      pace: Figure,
      uncapped: Figure,
      savedByFivePoints: DecimalString,
    })
    .nullable(),
  /** Weekly targets that stand already, by week. */
  standing: z.array(z.object({ period: z.string(), amount: DecimalString })),
});
export type FunnelLine = z.infer<typeof FunnelLine>;

export const reverseFunnelContract = contract({
  name: "goals.funnel",
  method: "POST",
  path: "/goals/funnel",
  access: "member",
  summary: "The weekly activity each person's target takes, from own conversion and ticket size",
  body: z.object({
    kpi: Key,
    period: PeriodKey,
    /** The activity to be derived, such as visits. */
    activity: Key,
    unit: z.uuid().optional(),
    members: z.array(z.uuid()).min(1).max(500).optional(),
    /** The same result for everybody, instead of each one's own target. */
    result: DecimalString.optional(),
    /** How many weeks back the rates are read. */
    weeks: z.int().min(4).max(104).default(26),
  }),
  response: z.object({
    /** Weeks of the period that are left, the current one among them: the periods a proposal is written to. */
    weeks: z.array(z.object({ period: z.string(), workdays: z.number().int() })),
    team: z.object({ activity: DecimalString, deals: DecimalString, result: DecimalString }),
    lines: z.array(FunnelLine),
    truncated: z.boolean(),
  }),
});
