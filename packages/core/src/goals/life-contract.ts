import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { ProrationBasisName } from "./goal-rules.ts";
import { Reason } from "./target.ts";

const Named = z.object({ id: z.uuid(), name: z.string() });
const Figure = DecimalString.nullable();

/** One month of the reckoning of somebody's share. */
export const ShareMonth = z.object({
  start: DayString,
  end: DayString,
  whole: DecimalString,
  served: DecimalString,
  ramp: DecimalString,
  rampKey: Key.nullable(),
  tenure: z.number().int().nullable(),
});

/** Why somebody's target is what it is. */
export const GoalReckoning = z.object({
  period: z.string(),
  nominal: DecimalString,
  settled: DecimalString,
  /** Null: withdrawn, nothing of the period is owed. */
  amount: Figure,
  share: Figure,
  served: Figure,
  basis: ProrationBasisName.nullable(),
  months: z.array(ShareMonth),
});
export type GoalReckoning = z.infer<typeof GoalReckoning>;

export const LifePerson = z.object({
  member: Named,
  unitId: z.uuid().nullable(),
  nominal: DecimalString,
  effective: Figure,
  /** Nominal less effective: what nobody carries now; negative when the person carries more. */
  gap: DecimalString,
  joinedOn: DayString.nullable(),
  leftOn: DayString.nullable(),
  leave: z.array(z.object({ kind: z.string(), start: DayString, end: DayString })),
  reckoning: z.array(GoalReckoning),
  mayRebalance: z.boolean(),
});

export const goalLife = contract({
  name: "goals.life",
  method: "POST",
  path: "/goals/life",
  access: "member",
  summary: "Whose target counts in part in a period, why, and the gap it leaves in every unit",
  body: z.object({ kpi: Key, period: PeriodKey, unit: z.uuid().optional() }),
  response: z.object({
    people: z.array(LifePerson),
    units: z.array(
      z.object({
        id: z.uuid().nullable(),
        name: z.string(),
        own: Figure,
        nominal: Figure,
        effective: Figure,
        gap: DecimalString,
      }),
    ),
    truncated: z.boolean(),
  }),
});

export const goalReckoning = contract({
  name: "goals.reckoning",
  method: "POST",
  path: "/goals/reckoning",
  access: "member",
  summary: "Why one person's target of a period is what it is",
  body: z.object({ kpi: Key, period: PeriodKey, member: z.uuid(), asOf: InstantString.optional() }),
  response: z.object({ effective: Figure, nominal: Figure, parts: z.array(GoalReckoning) }),
});

export const rebalanceGoal = contract({
  name: "goals.rebalance",
  method: "POST",
  path: "/goals/rebalance",
  access: "member",
  summary:
    "Give the gap of a person's target to the buffer, to colleagues, to somebody by name, or park it on the manager",
  body: z.object({
    kpi: Key,
    period: PeriodKey,
    member: z.uuid(),
    to: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("buffer") }),
      z.object({ kind: z.literal("siblings") }),
      z.object({ kind: z.literal("upper") }),
      z.object({ kind: z.literal("manager") }),
      z.object({ kind: z.literal("member"), id: z.uuid() }),
    ]),
    reason: Reason,
  }),
  response: z.object({ moved: DecimalString, effective: DecimalString, holder: Named.nullable() }),
});

/** A territory without a seller, held by a manager. */
export const Vacancy = z.object({
  id: z.uuid(),
  kpi: Key,
  period: z.string(),
  left: Named,
  holder: Named,
  amount: DecimalString,
  reason: z.string(),
  at: InstantString,
  filled: z.object({ at: InstantString, by: Named }).nullable(),
});

export const listVacancies = contract({
  name: "goals.vacancies",
  method: "GET",
  path: "/goals/vacancies",
  access: "member",
  summary: "Goals of vacant territories, and who holds them",
  query: PageQuery.extend({ open: z.stringbool().default(true) }),
  response: Page(Vacancy),
});

export const fillVacancy = contract({
  name: "goals.fillVacancy",
  method: "PUT",
  path: "/goals/vacancies/:vacancy",
  access: "member",
  summary: "Somebody takes a vacant territory over: the parked goal moves from the manager",
  params: z.object({ vacancy: z.uuid() }),
  body: z.object({ member: z.uuid(), reason: Reason }),
  response: Vacancy,
});
