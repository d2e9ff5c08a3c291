import { z } from "zod";
import { DayString, InstantString } from "../platform/text.ts";

/** 产假、陪产假、病假、工伤、停薪留职、其他. */
export const ABSENCE_KINDS = ["maternity", "paternity", "sick", "injury", "unpaid", "other"] as const;
export const AbsenceKind = z.enum(ABSENCE_KINDS);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

export const AbsenceState = z.enum(["asked", "approved", "rejected", "withdrawn"]);
export type AbsenceState = z.infer<typeof AbsenceState>;

const Note = z.string().trim().max(500);

/** Days away: `fromDay` is the first, `toDay` the first day back. */
const days = { kind: AbsenceKind, fromDay: DayString, toDay: DayString, note: Note.default("") };

export const NewAbsence = z.object({ memberId: z.uuid(), ...days });
export type NewAbsence = z.infer<typeof NewAbsence>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** Leave as it was asked for and decided: only what is approved takes days out of a target (G-10). */
export const Absence = z.object({
  id: z.uuid(),
  member: Named,
  ...days,
  note: z.string(),
  state: AbsenceState,
  askedBy: Named.nullable(),
  askedAt: InstantString,
  decidedBy: Named.nullable(),
  decidedAt: InstantString.nullable(),
  decision: z.string(),
  /** Whether its kind takes days out of targets by the company's rules. */
  relieves: z.boolean(),
});
export type Absence = z.infer<typeof Absence>;
