import type { World } from "@dabiao/core/model/kind.ts";
import type { Actor, MemberActor } from "@dabiao/core/people/actor.ts";
import { demandGrantable } from "@dabiao/core/people/grantable.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import type { FastifyRequest } from "fastify";
import type { Workspace } from "../../platform/postgres/db.ts";
import { resolveAccess } from "../access.ts";
import { recordAudit } from "../audit-store.ts";
import { actingMember } from "./identity-store.ts";

export interface PreviewRequest {
  readonly workspace: Workspace;
  readonly actor: MemberActor;
  readonly world: World;
  readonly request: FastifyRequest;
  readonly now: Date;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** POST requests that only read; every other POST is refused before it starts. */
const READING_POST = /\/(query|search|explain|drill|count|groups|ids|board|history|check|preview)$/;
const LOGGED_EVERY_MS = 600_000;
const MOST_LOGGED = 10_000;
const logged = new Map<string, number>();

/**
 * Looking through another member's eyes: that member's rights, nothing can be written, and it is logged.
 * Besides refusing unsafe requests, every transaction is made read-only in the database itself.
 *
 * @throws Refusal `forbidden` without people.manage, `not_found`, `preview_read_only`
 */
export async function previewAs(
  preview: PreviewRequest,
  memberId: string,
): Promise<{ workspace: Workspace; actor: Actor }> {
  const { workspace, actor, world, request, now } = preview;
  const access = await resolveAccess(workspace, world, actor, now);
  access.demand("people.manage");
  const target = UUID.test(memberId) ? await actingMember(workspace, memberId, ["active", "invited"]) : null;
  if (!target) throw new Refusal("not_found", { what: "member" }, ["headers", "x-preview-as"]);
  // Nobody sees through the eyes of someone with permissions they could not grant.
  demandGrantable(
    world,
    access.permissions,
    target.roleKeys.filter((role) => world.get(roleKind, role)),
  );
  if (!onlyReads(request)) throw new Refusal("preview_read_only");
  await log(preview, memberId);
  const seen: MemberActor = { ...actor, memberId: target.id, accountId: null, roleKeys: target.roleKeys };
  return { workspace: readOnly(workspace), actor: seen };
}

function onlyReads(request: FastifyRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  return request.method === "POST" && READING_POST.test(request.routeOptions.url ?? "");
}

async function log({ workspace, actor, now }: PreviewRequest, memberId: string): Promise<void> {
  const key = `${actor.memberId}|${memberId}`;
  if (now.getTime() - (logged.get(key) ?? 0) < LOGGED_EVERY_MS) return;
  if (logged.size >= MOST_LOGGED) logged.clear();
  await workspace.transaction((trx) =>
    recordAudit(trx, actor, { kind: "preview", subject: "member", subjectId: memberId }),
  );
  logged.set(key, now.getTime());
}

function readOnly(workspace: Workspace): Workspace {
  return {
    ...workspace,
    async transaction(work) {
      const reading = workspace.transaction(async (trx) => {
        await trx.rows(sql`set transaction read only`);
        return await work(trx);
      });
      return await reading.catch((error: unknown) => {
        throw isWrite(error) ? new Refusal("preview_read_only") : error;
      });
    },
  };
}

/** SQLSTATE 25006: read_only_sql_transaction. */
function isWrite(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === "25006";
}
