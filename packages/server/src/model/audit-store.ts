import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Definer } from "./definer.ts";

export type ConfigAction = "definition_drafted" | "definition_published" | "definition_removed" | "package_changed";

/** Every change of configuration is in the audit log: who, when, what, and from which version to which. */
export async function auditConfig(
  trx: Trx,
  definer: Definer,
  action: ConfigAction,
  subject: { readonly kind: string; readonly key: string },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { source, requestId } = definer.actor;
  await trx.rows(sql`
    insert into ${ident(trx.schema, "audit_event")} (id, at, kind, member_id, subject, subject_id, detail, source, request_id)
    values (${newId(trx.now)}, ${trx.now}, ${action}, ${definer.memberId}, ${subject.kind}, ${subject.key},
      ${JSON.stringify(detail)}::jsonb, ${source}, ${requestId})`);
}
