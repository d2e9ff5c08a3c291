import { type JsonValue, stableText } from "@dabiao/core/model/json-value.ts";
import { kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { auditConfig } from "./audit-store.ts";
import type { Definer } from "./definer.ts";
import { clearDraft, readHead, readVersion } from "./definition-store.ts";
import { demandReason, type Reasoned } from "./publish-check.ts";
import { issuesTogether, type Published, type PublishOptions, publishAll } from "./publish-store.ts";
import { withRetries } from "./retry.ts";
import { world } from "./world.ts";

/**
 * Keeps a draft. It may be faulty: it is checked when asked and when published. The issues it has now are given back.
 * `base` is the version it was begun from, the one in force when left out: publication refuses a draft whose
 * ground has moved.
 */
export async function saveDraft(
  ws: Workspace,
  definer: Definer,
  draft: {
    readonly kind: string;
    readonly key: string;
    readonly body: JsonValue;
    readonly base?: number | null | undefined;
  },
): Promise<readonly Issue[]> {
  const { kind, key, body, base } = draft;
  kindNamed(kind);
  definer.demand(permissionFor(kind));
  return ws.transaction(async (trx) => {
    const head = ident(trx.schema, "definition_head");
    await trx.rows(
      sql`insert into ${head} (kind, key, last) values (${kind}, ${key}, 0) on conflict (kind, key) do nothing`,
    );
    await trx.rows(sql`
      update ${head} set draft = ${JSON.stringify(body)}::jsonb, draft_by = ${definer.memberId}, draft_at = ${trx.now},
        draft_base = case when ${base !== undefined} then ${base ?? null}::int else published end
      where kind = ${kind} and key = ${key}`);
    await auditConfig(trx, definer, "definition_drafted", { kind, key });
    return issuesTogether(await world(trx), [{ kind, key, body }]);
  });
}

export async function discardDraft(ws: Workspace, definer: Definer, kind: string, key: string): Promise<void> {
  definer.demand(permissionFor(kind));
  await ws.transaction(async (trx) => {
    await clearDraft(trx, kind, key);
    await auditConfig(trx, definer, "definition_drafted", { kind, key }, { discarded: true });
  });
}

/** What is wrong with the draft, in a world in which it replaces what is published. */
export async function checkDraft(
  ws: Workspace,
  definer: Definer,
  kind: string,
  key: string,
): Promise<readonly Issue[]> {
  definer.demand(permissionFor(kind));
  const { draft } = await demandDraft(ws, kind, key);
  return issuesTogether(await world(ws), [{ kind, key, body: draft }]);
}

/**
 * Publishes the draft as the next version.
 *
 * @throws Refusal `definition_no_draft`; `definition_moved` when another version came into force since the draft was begun
 */
export async function publishDraft(
  ws: Workspace,
  definer: Definer,
  { kind, key }: { readonly kind: string; readonly key: string },
  { checks, reason, ...options }: PublishOptions & Reasoned,
): Promise<Published> {
  definer.demand(permissionFor(kind));
  const checked = (await demandDraft(ws, kind, key)).draft;
  const overrides = await demandReason(ws, [{ kind, key, body: checked }], { checks, reason });
  return inOneGo(ws, async (trx) => {
    const { draft, draft_base, published } = await demandDraft(trx, kind, key);
    const isMoved = draft_base !== published || stableText(draft) !== stableText(checked);
    if (isMoved) throw new Refusal("definition_moved", { kind, key });
    await clearDraft(trx, kind, key);
    return publishAll(trx, definer, [{ kind, key, body: draft }], { ...options, overrides });
  });
}

/** Publishes bodies directly, without drafts: packages, the first set-up, tests. */
export async function publishBodies(
  ws: Workspace,
  definer: Definer,
  changes: readonly { readonly kind: string; readonly key: string; readonly body: unknown }[],
  options: PublishOptions,
): Promise<Published[]> {
  return withRetries(() => ws.transaction((trx) => publishAll(trx, definer, changes, options)));
}

/** Publishes the body of an older version again, as a new version. */
export async function rollBack(
  ws: Workspace,
  definer: Definer,
  { kind, key, version }: { readonly kind: string; readonly key: string; readonly version: number },
  { checks, reason, ...options }: PublishOptions & Reasoned,
): Promise<Published> {
  definer.demand(permissionFor(kind));
  const old = await readVersion(ws, kind, key, version);
  if (!old) throw new Refusal("not_found", { what: `${kind} ${key} version ${version}` });
  const change = { kind, key, body: old.body };
  const overrides = await demandReason(ws, [change], { checks, reason });
  return inOneGo(ws, (trx) => publishAll(trx, definer, [change], { ...options, overrides }));
}

async function inOneGo(ws: Workspace, work: (trx: Trx) => Promise<Published[]>): Promise<Published> {
  const [published] = await withRetries(() => ws.transaction(work));
  if (!published) throw new Error("nothing was published");
  return published;
}

async function demandDraft(on: Workspace | Trx, kind: string, key: string) {
  const head = await readHead(on, kind, key);
  if (!head || head.draft === null) throw new Refusal("definition_no_draft", { kind, key });
  return head;
}
