import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { DayString } from "../platform/text.ts";
import { Absence, AbsenceState, NewAbsence } from "./absence.ts";

const Note = z.string().trim().max(500).default("");

export const listAbsences = contract({
  name: "absences.list",
  method: "GET",
  path: "/goals/absences",
  access: "member",
  summary: "Leave of the people one may see, the newest first",
  query: PageQuery.extend({
    member: z.uuid().optional(),
    state: AbsenceState.optional(),
    /** Only what touches these days. */
    from: DayString.optional(),
    to: DayString.optional(),
  }),
  response: Page(Absence.extend({ mayDecide: z.boolean(), mayWithdraw: z.boolean() })),
});

export const askAbsence = contract({
  name: "absences.create",
  method: "POST",
  path: "/goals/absences",
  access: "member",
  summary: "Ask for leave, for oneself or for somebody one is in charge of; targets follow once it is approved",
  body: NewAbsence,
  response: Absence,
});

export const importAbsences = contract({
  name: "absences.createMany",
  method: "POST",
  path: "/goals/absences/batch",
  access: "member",
  summary: "Enter approved leave of many people at once: all of it or none",
  body: z.object({ rows: z.array(NewAbsence).min(1).max(2_000) }),
  response: z.object({ ids: z.array(z.uuid()) }),
});

const absence = z.object({ absence: z.uuid() });

export const decideAbsence = contract({
  name: "absences.decide",
  method: "PUT",
  path: "/goals/absences/:absence/decision",
  access: "member",
  summary: "Approve or reject leave; nobody decides on the own",
  params: absence,
  body: z.object({ approve: z.boolean(), note: Note }),
  response: Absence,
});

export const withdrawAbsence = contract({
  name: "absences.withdraw",
  method: "DELETE",
  path: "/goals/absences/:absence",
  access: "member",
  summary: "Withdraw leave; its days are owed again",
  params: absence,
  response: Absence,
});
