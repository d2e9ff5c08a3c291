import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page } from "../platform/page.ts";
import { Key } from "../platform/text.ts";
import { ApiKey, NewApiKey } from "./api-key.ts";
import { AuditEvent, AuditQuery } from "./audit.ts";
import { RoleCard } from "./role-card.ts";
import { WhyAnswer } from "./why.ts";

export const listRoles = contract({
  name: "roles.list",
  method: "GET",
  path: "/roles",
  access: "member",
  summary: "The published roles with how many members have each",
  response: z.object({ items: z.array(RoleCard) }),
});
export const why = contract({
  name: "members.why",
  method: "GET",
  path: "/members/:member/why",
  access: "member",
  summary: "Why a member can see an object's records, or one record: the grants as data, and the rights on every field",
  params: z.object({ member: z.uuid() }),
  query: z.object({ object: Key, id: z.uuid().optional() }),
  response: WhyAnswer,
});
export const listAudit = contract({
  name: "audit.list",
  method: "GET",
  path: "/audit",
  access: "member",
  summary: "Sign-ins, role and permission changes, exports, previews, configuration: newest first",
  query: AuditQuery,
  response: Page(AuditEvent),
});
export const listApiKeys = contract({
  name: "apiKeys.list",
  method: "GET",
  path: "/api-keys",
  access: "member",
  summary: "One's own keys, or everybody's for who manages keys",
  response: z.object({ items: z.array(ApiKey) }),
});
export const createApiKey = contract({
  name: "apiKeys.create",
  method: "POST",
  path: "/api-keys",
  access: "member",
  summary: "A key for a program, with some of one's own roles; its text is shown this once",
  body: NewApiKey,
  response: ApiKey.extend({ text: z.string() }),
});
export const revokeApiKey = contract({
  name: "apiKeys.revoke",
  method: "DELETE",
  path: "/api-keys/:id",
  access: "member",
  summary: "Stop a key at once",
  params: z.object({ id: z.uuid() }),
  response: z.undefined(),
});
