import { checkDefinition, checkDependants, parseBody } from "@dabiao/core/model/check-definition.ts";
import { type JsonValue, stableText } from "@dabiao/core/model/json-value.ts";
import type { Kind, World } from "@dabiao/core/model/kind.ts";
import { KINDS, kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import { type ObjectBody, objectSchema } from "@dabiao/core/model/object.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { applyObject, type TableChange } from "./apply-object.ts";
import { auditConfig } from "./audit-store.ts";
import { checkData } from "./check-data.ts";
import { addForeignKey, canReference, limitWaiting, tableExists } from "./ddl-store.ts";
import type { Definer } from "./definer.ts";
import {
  addVersion,
  lockModel,
  markBuilding,
  putInForce,
  raiseWorld,
  readHead,
  readVersion,
} from "./definition-store.ts";
import type { Override } from "./publish-check.ts";
import { addOp } from "./schema-op-store.ts";
import { forgetWorld, world } from "./world.ts";
import { WORLD_CHANNEL } from "./world-watch-store.ts";

/** A definition to put in force. */
export interface Change {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
  /** Whose words these are; the company's when left out. */
  readonly layer?: "package" | "company";
}

export interface PublishOptions {
  readonly note: string;
  readonly effectiveFrom?: Date | undefined;
  /** What becomes of values that do not convert to a field's new type. */
  readonly failures?: "refuse" | "empty";
  /** By `kind/key`: why it is published although its check said no. */
  readonly overrides?: ReadonlyMap<string, Override>;
}

export interface Published {
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  /** `building`: it comes into force when the work in the background is done. */
  readonly state: "published" | "building" | "unchanged";
}

interface Parsed {
  readonly kind: Kind<unknown>;
  readonly key: string;
  readonly body: unknown;
  readonly layer: "package" | "company";
}

/**
 * Puts definitions in force, all of them or none: checked in the world they make together, tables changed, versions
 * added, the counter of publications raised. One at a time per workspace.
 *
 * @throws Refusal `definition_invalid` with every issue; `definition_busy` while a conversion of one of them runs
 */
export async function publishAll(
  trx: Trx,
  definer: Definer,
  changes: readonly Change[],
  options: PublishOptions,
): Promise<Published[]> {
  for (const { kind } of changes) definer.demand(permissionFor(kind));
  await lockModel(trx);
  await limitWaiting(trx);
  const before = await world(trx);
  const definitions = checkedTogether(before, changes);
  const tables = await changeTables(trx, before, definitions, options);
  const published: Published[] = [];
  for (const definition of definitions) {
    published.push(await putOne(trx, definer, before, definition, tables.get(definition.key), options));
  }
  await finishTables(trx, definer, [...tables.values()]);
  if (published.some(({ state }) => state === "published")) await raiseWorld(trx, WORLD_CHANNEL);
  trx.afterCommit(() => forgetWorld(trx.workspaceId));
  return published;
}

/** The issues of definitions in the world they would make together, and of what depends on them. */
export function issuesTogether(before: World, changes: readonly Change[]): Issue[] {
  const parsed = changes.map((change) => ({ change, ...parseBody(kindNamed(change.kind), change.body) }));
  const broken = parsed.flatMap(({ change, issues }) => issues.map((issue) => located(issue, change, changes)));
  if (broken.length > 0) return broken;
  const after = worldWith(
    before,
    parsed.map(({ change, body }) => ({ ...change, body })),
  );
  const own = parsed.flatMap(({ change, body }) =>
    checkDefinition(kindNamed(change.kind), change.key, body, after, KINDS).map((issue) =>
      located(issue, change, changes),
    ),
  );
  const moved = parsed.flatMap(({ change, body }) => {
    const kind = kindNamed(change.kind);
    const old = before.get(kind, change.key);
    const issues = old === undefined || body === null ? [] : (kind.checkChange?.(old, body) ?? []);
    return issues.map((issue) => located(issue, change, changes));
  });
  return [...own, ...moved, ...checkDependants(KINDS, before, after, changes)];
}

function checkedTogether(before: World, changes: readonly Change[]): Parsed[] {
  const issues = issuesTogether(before, changes);
  const first = changes[0];
  if (issues.length > 0) {
    throw new Refusal(
      "definition_invalid",
      { kind: first?.kind ?? "", key: first?.key ?? "" },
      [],
      issues.slice(0, 200),
    );
  }
  const after = worldWith(before, changes);
  return changes.map(({ kind, key, body, layer = "company" }) => {
    const known = kindNamed(kind);
    const parsed = known.schema.parse(body);
    return { kind: known, key, body: known.canonical?.(parsed, after, key) ?? parsed, layer };
  });
}

/** Among several definitions an issue says which one it is in. */
function located(issue: Issue, { kind, key }: Change, changes: readonly Change[]): Issue {
  return changes.length === 1 ? issue : { ...issue, path: [kind, key, ...issue.path] };
}

async function changeTables(
  trx: Trx,
  before: World,
  definitions: readonly Parsed[],
  { failures = "refuse" }: PublishOptions,
): Promise<Map<string, TableChange>> {
  const changes = new Map<string, TableChange>();
  for (const { kind, key, body } of definitions) {
    if (kind.kind !== objectSchema.kind) continue;
    const old = await tableBody(trx, key);
    if (old && stableText(old) === stableText(body) && before.get(objectSchema, key)) continue;
    if (old) await checkData(trx, key, old, body as ObjectBody);
    changes.set(key, await applyObject(trx, key, old, body as ObjectBody, failures));
  }
  return changes;
}

/** The body an object's table was last made for, also when the object was removed since. */
async function tableBody(trx: Trx, key: string): Promise<ObjectBody | null> {
  const head = await readHead(trx, objectSchema.kind, key);
  const version = head?.published ?? head?.last;
  if (!(await tableExists(trx, key))) return null;
  const row = version === undefined ? undefined : await readVersion(trx, objectSchema.kind, key, version);
  return row ? objectSchema.schema.parse(row.body) : null;
}

async function putOne(
  trx: Trx,
  definer: Definer,
  before: World,
  { kind, key, body, layer }: Parsed,
  table: TableChange | undefined,
  options: PublishOptions,
): Promise<Published> {
  const head = await readHead(trx, kind.kind, key);
  if (head?.building) throw new Refusal("definition_busy", { kind: kind.kind, key });
  const published = head?.published ?? null;
  if (published !== null && stableText(before.get(kind, key)) === stableText(body)) {
    await putInForce(trx, kind.kind, key, published);
    return { kind: kind.kind, key, version: published, state: "unchanged" };
  }
  const { note, effectiveFrom = trx.now } = options;
  const override = options.overrides?.get(`${kind.kind}/${key}`) ?? null;
  const by = definer.memberId;
  const version = await addVersion(trx, {
    kind: kind.kind,
    key,
    body: body as JsonValue,
    layer,
    effectiveFrom,
    by,
    note,
    override,
  });
  const detail = { from: published, to: version, note, ...(override ? { override } : {}) };
  await auditConfig(trx, definer, "definition_published", { kind: kind.kind, key }, detail);
  if (!table || table.conversions.length === 0) {
    await putInForce(trx, kind.kind, key, version);
    return { kind: kind.kind, key, version, state: "published" };
  }
  await markBuilding(trx, kind.kind, key, version);
  const { failures = "refuse" } = options;
  await addOp(trx, definer, { kind: "convert", object: key, conversions: table.conversions, version, failures });
  return { kind: kind.kind, key, version, state: "building" };
}

/** Foreign keys wait until every table of the change stands, since objects may refer to each other. */
async function finishTables(trx: Trx, definer: Definer, tables: readonly TableChange[]): Promise<void> {
  for (const { object, keys, few, work } of tables) {
    for (const key of keys) {
      if (!(await canReference(trx, key.target))) continue;
      await addForeignKey(trx, object, key, few);
      if (!few) await addOp(trx, definer, { kind: "validate_key", object, name: key.name });
    }
    for (const each of work) await addOp(trx, definer, each);
  }
}
