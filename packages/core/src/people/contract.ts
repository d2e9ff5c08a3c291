import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page } from "../platform/page.ts";
import { DayString, Key } from "../platform/text.ts";
import { Member, MemberChange, MemberQuery, NewMember, PersonRow } from "./member.ts";
import { Membership, MembershipChange, NewMembership, NewUnit, Unit, UnitChange } from "./unit.ts";

/** Names a pasted list may hold at once. */
export const PEOPLE_MAX = 10_000;

const member = z.object({ member: z.uuid() });
const unit = z.object({ unit: z.uuid() });
const membership = z.object({ member: z.uuid(), membership: z.uuid() });

export const listMembers = contract({
  name: "members.list",
  method: "GET",
  path: "/members",
  access: "member",
  summary: "Members by pinyin, searched by 汉字, pinyin, initials, e-mail or employee number",
  query: MemberQuery,
  response: Page(Member),
});
export const getMember = contract({
  name: "members.read",
  method: "GET",
  path: "/members/:member",
  access: "member",
  summary: "One member",
  params: member,
  response: Member,
});
export const createMember = contract({
  name: "members.create",
  method: "POST",
  path: "/members",
  access: "member",
  summary: "Add a member to a unit; without an invitation the member cannot sign in yet",
  body: NewMember,
  response: Member,
});
export const changeMember = contract({
  name: "members.update",
  method: "PATCH",
  path: "/members/:member",
  access: "member",
  summary: "Change a member's name and contact data",
  params: member,
  body: MemberChange,
  response: Member,
});
export const pasteMembers = contract({
  name: "members.paste",
  method: "POST",
  path: "/members/batches",
  access: "member",
  summary: "Add or update many members from a list of names, units and leaders: all of them or none",
  body: z.object({ rows: z.array(PersonRow).min(1).max(PEOPLE_MAX), roleKeys: z.array(Key).max(20).default(["rep"]) }),
  response: z.object({ memberIds: z.array(z.string()), created: z.number(), moved: z.number(), units: z.number() }),
});
export const leave = contract({
  name: "members.leave",
  method: "PUT",
  path: "/members/:member/departure",
  access: "member",
  summary: "A member leaves: access ends at once, credit and history stay",
  params: member,
  body: z.object({ day: DayString }),
  response: Member,
});
export const comeBack = contract({
  name: "members.comeBack",
  method: "DELETE",
  path: "/members/:member/departure",
  access: "member",
  summary: "A member who left comes back",
  params: member,
  response: Member,
});
export const putRoles = contract({
  name: "members.putRoles",
  method: "PUT",
  path: "/members/:member/roles",
  access: "member",
  summary: "The roles a member has",
  params: member,
  body: z.object({ roleKeys: z.array(Key).max(20) }),
  response: Member,
});
export const invite = contract({
  name: "members.invite",
  method: "POST",
  path: "/members/:member/invite",
  access: "member",
  summary: "A link by which the member joins: usable once, for seven days; it replaces an earlier one",
  params: member,
  response: z.object({ token: z.string(), path: z.string(), expiresAt: z.string() }),
});
export const passwordLink = contract({
  name: "members.passwordLink",
  method: "POST",
  path: "/members/:member/password-reset",
  access: "member",
  summary: "A link by which the member chooses a new password: usable once, for one day",
  params: member,
  response: z.object({ token: z.string(), path: z.string(), expiresAt: z.string() }),
});

export const listMemberships = contract({
  name: "memberships.list",
  method: "GET",
  path: "/members/:member/memberships",
  access: "member",
  summary: "The units a member has belonged to, latest first",
  params: member,
  response: z.object({ items: z.array(Membership) }),
});
export const transfer = contract({
  name: "memberships.transfer",
  method: "POST",
  path: "/members/:member/transfers",
  access: "member",
  summary: "Move a member to another primary unit from a day on; what was before stays as it was",
  params: member,
  body: z.object({ unitId: z.uuid(), day: DayString }),
  response: z.object({ items: z.array(Membership) }),
});
export const addMembership = contract({
  name: "memberships.create",
  method: "POST",
  path: "/members/:member/memberships",
  access: "member",
  summary: "A further membership, such as support for a second team or a stretch of history",
  params: member,
  body: NewMembership,
  response: z.object({ items: z.array(Membership) }),
});
export const correctMembership = contract({
  name: "memberships.update",
  method: "PATCH",
  path: "/members/:member/memberships/:membership",
  access: "member",
  summary: "Correct the unit or the days of a membership",
  params: membership,
  body: MembershipChange,
  response: z.object({ items: z.array(Membership) }),
});
export const removeMembership = contract({
  name: "memberships.delete",
  method: "DELETE",
  path: "/members/:member/memberships/:membership",
  access: "member",
  summary: "Take back a membership that was entered by mistake",
  params: membership,
  response: z.object({ items: z.array(Membership) }),
});

export const listUnits = contract({
  name: "units.list",
  method: "GET",
  path: "/units",
  access: "member",
  summary: "All units, parents before children",
  response: z.object({ items: z.array(Unit) }),
});
export const createUnit = contract({
  name: "units.create",
  method: "POST",
  path: "/units",
  access: "member",
  summary: "A new unit",
  body: NewUnit,
  response: Unit,
});
export const changeUnit = contract({
  name: "units.update",
  method: "PATCH",
  path: "/units/:unit",
  access: "member",
  summary: "Change a unit's name, level, leader, order, or archive it when it is empty",
  params: unit,
  body: UnitChange,
  response: Unit,
});
export const moveUnit = contract({
  name: "units.move",
  method: "POST",
  path: "/units/:unit/moves",
  access: "member",
  summary: "Move a unit with all below it under another from a day on; results before that day stay where they were",
  params: unit,
  body: z.object({ parentId: z.uuid(), day: DayString }),
  response: Unit,
});
export const memberUnitOn = contract({
  name: "members.unitOn",
  method: "GET",
  path: "/members/:member/unit",
  access: "member",
  summary: "The units a member belonged to on a day, the company first",
  params: member,
  query: z.object({ day: DayString }),
  response: z.object({ units: z.array(z.object({ id: z.string(), name: z.string() })) }),
});
