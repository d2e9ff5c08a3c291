import { pinyin } from "pinyin-pro";
import { z } from "zod";
import { PageQuery } from "../platform/page.ts";
import { DayString, Key } from "../platform/text.ts";
import { Email, PersonName } from "./account.ts";

export const MEMBER_STATES = ["active", "invited", "left"] as const;
export const MemberState = z.enum(MEMBER_STATES);
export type MemberState = z.infer<typeof MemberState>;

const Phone = z.string().trim().min(3).max(40);
const EmployeeNo = z.string().trim().min(1).max(60);

/** `path` names the unit and all above it, the company first. */
export const MemberUnit = z.object({ id: z.string(), path: z.array(z.string()) });

/** Contact data is null for those who do not manage people. */
export const Member = z.object({
  id: z.string(),
  name: z.string(),
  state: MemberState,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  employeeNo: z.string().nullable(),
  joinedOn: DayString.nullable(),
  leftOn: DayString.nullable(),
  hasAccount: z.boolean(),
  roleKeys: z.array(z.string()),
  unit: MemberUnit.nullable(),
});
export type Member = z.infer<typeof Member>;

const details = {
  name: PersonName,
  email: Email.nullable(),
  phone: Phone.nullable(),
  employeeNo: EmployeeNo.nullable(),
  joinedOn: DayString.nullable(),
};

export const NewMember = z.object({
  name: details.name,
  email: details.email.default(null),
  phone: details.phone.default(null),
  employeeNo: details.employeeNo.default(null),
  joinedOn: details.joinedOn.default(null),
  unitId: z.uuid(),
  roleKeys: z.array(Key).max(20).default([]),
});
export type NewMember = z.infer<typeof NewMember>;

export const MemberChange = z.object(details).partial();
export type MemberChange = z.infer<typeof MemberChange>;

/** `unit` takes in all units below; `search` finds 汉字, full pinyin, initials, e-mail and employee number. */
export const MemberQuery = PageQuery.extend({
  search: z.string().trim().max(100).optional(),
  unit: z.uuid().optional(),
  role: Key.optional(),
  state: MemberState.optional(),
});
export type MemberQuery = z.infer<typeof MemberQuery>;

/** One line of a pasted list of names. `leaderName` leads the unit the path ends in, and is added when not there yet. */
export const PersonRow = z.object({
  name: PersonName,
  unitPath: z.array(z.string().trim().min(1).max(100)).max(10).optional(),
  leaderName: PersonName.optional(),
  email: Email.optional(),
  employeeNo: EmployeeNo.optional(),
  /** The first day at work, of somebody new. */
  joinedOn: DayString.optional(),
  /**
   * The days the person belonged to the unit: `toDay` is the first day not any more. Rows with days are a person's
   * whole history of units, several rows for one who moved; what was there before is replaced.
   */
  fromDay: DayString.optional(),
  toDay: DayString.optional(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** How a name sorts and is found: its full pinyin without tones, surnames read as surnames (单 is shan). */
export function namePinyin(name: string): string {
  return syllablesOf(name).join("");
}

/** All a member is found by, as one lower-case text. */
export function memberSearchText(member: {
  name: string;
  email?: string | null;
  phone?: string | null;
  employeeNo?: string | null;
}): string {
  const syllables = syllablesOf(member.name);
  const initials = syllables.map((syllable) => syllable[0] ?? "").join("");
  const parts = [member.name, syllables.join(""), initials, member.email, member.employeeNo, member.phone];
  return parts.filter(Boolean).join(" ").normalize("NFKC").toLowerCase();
}

function syllablesOf(name: string): string[] {
  const syllables = pinyin(name, { toneType: "none", type: "array", mode: "surname", v: true, nonZh: "consecutive" });
  return syllables
    .map((syllable) =>
      syllable
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ""),
    )
    .filter(Boolean);
}
