import { z } from "zod";
import { DayString } from "../platform/text.ts";

const UnitName = z.string().trim().min(1).max(100);
const Level = z.string().trim().max(40);

/** A unit as it stands today; `members` counts those whose primary unit it is and who have not left. */
export const Unit = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  level: z.string().nullable(),
  leader: z.object({ id: z.string(), name: z.string() }).nullable(),
  sort: z.number(),
  archived: z.boolean(),
  members: z.number(),
});
export type Unit = z.infer<typeof Unit>;

export const NewUnit = z.object({
  parentId: z.uuid(),
  name: UnitName,
  level: Level.nullable().default(null),
  leaderId: z.uuid().nullable().default(null),
  sort: z.int().min(0).max(100_000).default(0),
});
export type NewUnit = z.infer<typeof NewUnit>;

export const UnitChange = z
  .object({
    name: UnitName,
    level: Level.nullable(),
    leaderId: z.uuid().nullable(),
    sort: z.int().min(0).max(100_000),
    archived: z.boolean(),
  })
  .partial();
export type UnitChange = z.infer<typeof UnitChange>;

export const MembershipKind = z.enum(["primary", "secondary"]);

/** That a member belonged to a unit from a day up to, but not on, another; a null end is open. */
export const Membership = z.object({
  id: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  kind: MembershipKind,
  fromDay: DayString,
  toDay: DayString.nullable(),
});
export type Membership = z.infer<typeof Membership>;

export const MembershipChange = z
  .object({ unitId: z.uuid(), fromDay: DayString, toDay: DayString.nullable() })
  .partial();
export type MembershipChange = z.infer<typeof MembershipChange>;

export const NewMembership = z.object({
  unitId: z.uuid(),
  kind: MembershipKind.default("secondary"),
  fromDay: DayString,
  toDay: DayString.nullable().default(null),
});
export type NewMembership = z.infer<typeof NewMembership>;
