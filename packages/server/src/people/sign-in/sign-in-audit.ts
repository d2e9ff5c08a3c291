import type { AuditKind } from "@dabiao/core/people/audit.ts";
import type { Db } from "../../platform/postgres/db.ts";
import { recordAudit } from "../audit-store.ts";
import { workspacesOf } from "./identity-store.ts";

/** Workspaces an account's sign-ins are noted in: those used last. */
const MOST_WORKSPACES = 5;

/** Notes what an account did about its sign-in, in the workspaces it may enter: an auditor reads one workspace. */
export async function auditAccount(
  db: Db,
  accountId: string,
  event: { readonly kind: AuditKind; readonly requestId: string; readonly address: string },
): Promise<void> {
  const entries = await workspacesOf(db, accountId);
  for (const entry of entries.slice(0, MOST_WORKSPACES)) {
    const actor = {
      kind: "member",
      workspaceId: entry.id,
      memberId: entry.memberId,
      accountId,
      roleKeys: [],
      orgVersion: 0,
      locale: "zh-CN",
      source: "ui",
      requestId: event.requestId,
    } as const;
    await db.forWorkspace(entry).transaction((trx) =>
      recordAudit(trx, actor, {
        kind: event.kind,
        subject: "account",
        subjectId: accountId,
        detail: { address: event.address },
      }),
    );
  }
}
