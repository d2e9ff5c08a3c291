import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { Notice } from "./notice.ts";

const Unread = z.object({ unread: z.number().int() });

/** An unread count is told up to here; more is "99+". */
export const UNREAD_MAX = 100;

export const listInbox = contract({
  name: "inbox.list",
  method: "GET",
  path: "/inbox",
  access: "member",
  summary: "One's own notices, the newest first",
  query: PageQuery.extend({ only: z.enum(["all", "unread"]).default("all") }),
  response: Page(Notice),
});
export const countInbox = contract({
  name: "inbox.count",
  method: "GET",
  path: "/inbox/unread",
  access: "member",
  summary: "How many of one's own notices are unread, counted up to 100",
  response: Unread,
});
export const readInbox = contract({
  name: "inbox.read",
  method: "PUT",
  path: "/inbox/read",
  access: "member",
  summary: "Mark some of one's own notices, or all there are, as read or unread",
  body: z.object({ ids: z.array(z.uuid()).min(1).max(200).or(z.literal("all")), read: z.boolean().default(true) }),
  response: Unread,
});
