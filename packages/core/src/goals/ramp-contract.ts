import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, Key } from "../platform/text.ts";
import { GoalRulesBody } from "./goal-rules.ts";
import { RampBody } from "./ramp.ts";

const Note = z.string().trim().max(500).default("");
const Named = z.object({ id: z.uuid(), name: z.string() });

/** Somebody on a ramp: where the tenure stands on a day. */
export const RampPerson = z.object({
  member: Named,
  ramp: Key.nullable(),
  /** By a role, or put on it by name (a null ramp by name: off all ramps). */
  source: z.enum(["role", "person"]),
  start: DayString,
  tenure: z.number().int(),
  share: DecimalString,
  /** The first day of the whole target. */
  ends: DayString.nullable(),
});

export const listRamps = contract({
  name: "ramps.list",
  method: "GET",
  path: "/goals/ramps",
  access: "member",
  summary: "Ramp curves, and the people who are on one today",
  response: z.object({ ramps: z.array(z.object({ key: Key, body: RampBody })), people: z.array(RampPerson) }),
});

export const putRamp = contract({
  name: "ramps.put",
  method: "PUT",
  path: "/goals/ramps/:key",
  access: "member",
  summary: "Make or change a ramp curve, in force at once",
  params: z.object({ key: Key }),
  body: RampBody,
  response: z.object({ key: Key, body: RampBody }),
});

export const assignRamp = contract({
  name: "ramps.assign",
  method: "PUT",
  path: "/goals/ramps/people",
  access: "member",
  summary: "Put people on a ramp by name from a day on, take them off all (null), or leave it to their roles again",
  body: z.object({
    members: z.array(z.uuid()).min(1).max(1_000),
    assignment: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("ramp"), ramp: Key, start: DayString }),
      z.object({ kind: z.literal("none") }),
      z.object({ kind: z.literal("byRole") }),
    ]),
    note: Note,
  }),
  response: z.object({ changed: z.number().int() }),
});

export const getGoalRules = contract({
  name: "goalRules.read",
  method: "GET",
  path: "/goals/rules",
  access: "member",
  summary: "How targets bend to real life: proration, relief, managers' goals, odds",
  response: GoalRulesBody,
});

export const putGoalRules = contract({
  name: "goalRules.put",
  method: "PUT",
  path: "/goals/rules",
  access: "member",
  summary: "Decide how targets bend to real life, in force at once; the old rules stay readable as a version",
  body: GoalRulesBody,
  response: GoalRulesBody,
});
