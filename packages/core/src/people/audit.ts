import { z } from "zod";
import { PageQuery } from "../platform/page.ts";
import { InstantString } from "../platform/text.ts";

/** What the audit log keeps beside the change log of records. */
export const AUDIT_KINDS = [
  "sign_in",
  "sign_in_failed",
  "sign_out",
  "password_changed",
  "password_link",
  "two_factor_on",
  "two_factor_off",
  "member_created",
  "member_changed",
  "member_left",
  "member_returned",
  "invited",
  "joined",
  "roles_changed",
  "membership_changed",
  "unit_changed",
  "api_key_created",
  "api_key_revoked",
  "preview",
  "definition_drafted",
  "definition_drafted",
  "definition_published",
  "definition_removed",
  "package_changed",
  "definition_removed",
  "package_changed",
  "export",
  "import",
  "setting_changed",
] as const;
export const AuditKind = z.enum(AUDIT_KINDS);
export type AuditKind = z.infer<typeof AuditKind>;

export const AuditEvent = z.object({
  id: z.string(),
  at: InstantString,
  kind: AuditKind,
  /** Who did it; null for the product itself. */
  member: z.object({ id: z.string(), name: z.string() }).nullable(),
  subject: z.string().nullable(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  source: z.string(),
  requestId: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditQuery = PageQuery.extend({
  kind: AuditKind.optional(),
  memberId: z.uuid().optional(),
  from: InstantString.optional(),
  to: InstantString.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
