import * as contracts from "@dabiao/core/model/contract.ts";
import { SchemaOperation } from "@dabiao/core/model/contract.ts";
import type { JsonObject, JsonValue } from "@dabiao/core/model/json-value.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import type { Definer } from "./definer.ts";
import * as definitions from "./definitions.ts";
import { checkDraft, discardDraft, publishDraft, rollBack, saveDraft } from "./draft-store.ts";
import { draftImpact } from "./impact-store.ts";
import { packageRoutes } from "./package-routes.ts";
import type { PublishCheck } from "./publish-check.ts";
import { removeDefinition } from "./remove-store.ts";
import { listOps } from "./schema-op-store.ts";
import type { SchemaOpRow } from "./tables.ts";
import type { Sight } from "./world-index.ts";
import { worldRoutes } from "./world-routes.ts";

/** What the model needs from above it: who calls, and somebody to do what takes long. */
export interface ModelOptions {
  accessOf(call: {
    readonly workspace: Workspace;
    readonly actor: Actor;
  }): Promise<{ readonly access: Definer & Sight }>;
  /** Has the work on tables done that a publication left behind. */
  behind(workspace: Workspace): Promise<void>;
  /** What is held against definitions before they are published. */
  readonly checks?: readonly PublishCheck[];
}

/** Definitions over HTTP: what stands, drafts, publication, packages, work on tables, and the index for pages. */
export function modelRoutes(app: FastifyInstance, options: ModelOptions): void {
  definitionRoutes(app, options);
  draftRoutes(app, options);
  packageRoutes(app, options);
  worldRoutes(app, options);
}

function definitionRoutes(app: FastifyInstance, { accessOf, behind, checks = [] }: ModelOptions): void {
  register(app, contracts.listDefinitions, async (call) => {
    const { access } = await accessOf(call);
    return definitions.pageOfDefinitions(call.workspace, access, call.query);
  });
  register(app, contracts.getDefinition, async (call) => {
    const { access } = await accessOf(call);
    return definitions.definitionDetail(call.workspace, access, call.params.kind, call.params.key);
  });
  register(app, contracts.getVersion, async (call) => {
    const { kind, key, version } = call.params;
    const { access } = await accessOf(call);
    return { body: toJson(await definitions.versionBody(call.workspace, access, kind, key, version)) };
  });
  register(app, contracts.diffVersions, async (call) => {
    const { access } = await accessOf(call);
    const { from, to } = call.query;
    const found = await definitions.versionDifferences(call.workspace, access, call.params, from, to);
    return {
      differences: found.map((each) => ({
        ...each,
        path: [...each.path],
        before: toJson(each.before),
        after: toJson(each.after),
      })),
    };
  });
  register(app, contracts.listDependants, async (call) => {
    const { access } = await accessOf(call);
    const { part } = call.query;
    const target = { ...call.params, ...(part === undefined ? {} : { part }) };
    const found = await definitions.definitionDependants(call.workspace, access, target);
    return { dependants: found.map((each) => ({ ...each, parts: [...each.parts] })) };
  });
  register(app, contracts.deleteDefinition, async (call) => {
    const { access } = await accessOf(call);
    await removeDefinition(call.workspace, access, call.params, call.query.purge === "true");
  });
  register(app, contracts.listSchemaOperations, async (call) => {
    const { access } = await accessOf(call);
    access.demand("model.manage");
    const { cursor, limit, object, open } = call.query;
    const rows = await listOps(call.workspace, { object, open: open === "true" }, cursor ?? null, limit + 1);
    const page = { items: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
    return { ...page, items: page.items.map(toOperation) };
  });
  register(app, contracts.publishContract, async (call) => {
    const { access } = await accessOf(call);
    const { from, note, reason, effectiveFrom, failures } = call.body;
    const when = effectiveFrom === undefined ? undefined : new Date(effectiveFrom);
    const published =
      from === undefined
        ? await publishDraft(call.workspace, access, call.params, {
            note,
            reason,
            checks,
            failures,
            effectiveFrom: when,
          })
        : await rollBack(call.workspace, access, { ...call.params, version: from }, { note, reason, checks });
    await behind(call.workspace);
    return published;
  });
}

function draftRoutes(app: FastifyInstance, { accessOf }: ModelOptions): void {
  register(app, contracts.putDraft, async (call) => {
    const { access } = await accessOf(call);
    const { body, base } = call.body;
    const issues = await saveDraft(call.workspace, access, { ...call.params, body: body as JsonValue, base });
    return { issues: issues.map(toIssue) };
  });
  register(app, contracts.deleteDraft, async (call) => {
    const { access } = await accessOf(call);
    await discardDraft(call.workspace, access, call.params.kind, call.params.key);
  });
  register(app, contracts.checkDraftContract, async (call) => {
    const { access } = await accessOf(call);
    const issues = await checkDraft(call.workspace, access, call.params.kind, call.params.key);
    return { issues: issues.map(toIssue) };
  });
  register(app, contracts.previewImpact, async (call) => {
    const { access } = await accessOf(call);
    return draftImpact(call.workspace, access, call.params.kind, call.params.key);
  });
}

type Json = contracts.DefinitionDetail["body"];

function toJson(value: JsonValue | JsonObject | null): NonNullable<Json> | null {
  return value as Json;
}

function toIssue({ code, params, path }: Issue) {
  return { code, params: params as Record<string, string>, path: [...path] };
}

function toOperation(row: SchemaOpRow & { by_name: string | null }): SchemaOperation {
  return {
    id: row.id,
    kind: SchemaOperation.shape.kind.parse(row.kind),
    object: row.object,
    state: row.state,
    done: Number(row.done),
    error: row.error as SchemaOperation["error"],
    by: row.by_member === null ? null : { id: row.by_member, name: row.by_name ?? "" },
    at: row.at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
