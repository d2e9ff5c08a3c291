import { z } from "zod";
import { Finding } from "../metrics/lint/finding.ts";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { InstantString, Key } from "../platform/text.ts";
import { DependantShape, DifferenceShape, IssueShape, KindName, PublishedShape } from "./contract-shapes.ts";

const Json = z.json();
const One = z.object({ kind: KindName, key: Key });
const Version = z.number().int().min(1).max(2_000_000_000);
const Note = z.string().trim().max(500).default("");

const Issues = z.object({ issues: z.array(IssueShape) });

/** A definition in a list: what stands, and whether somebody is working on it. */
export const DefinitionSummary = z.object({
  kind: z.string(),
  key: z.string(),
  label: z.string(),
  published: z.number().int().nullable(),
  building: z.number().int().nullable(),
  hasDraft: z.boolean(),
  package: z.string().nullable(),
  /** The company changed what the package brought. */
  overridden: z.boolean(),
});
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

export const DefinitionVersion = z.object({
  version: z.number().int(),
  layer: z.enum(["package", "company"]),
  effectiveFrom: InstantString,
  at: InstantString,
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string(),
  /** Why it was published although its check said no, and what it said. */
  override: z
    .object({
      reason: z.string(),
      findings: z.array(Finding.pick({ code: true, params: true, path: true })),
    })
    .nullable(),
});
export type DefinitionVersion = z.infer<typeof DefinitionVersion>;

export const DefinitionDetail = DefinitionSummary.extend({
  body: Json.nullable(),
  draft: Json.nullable(),
  draftBase: z.number().int().nullable(),
  versions: z.array(DefinitionVersion),
});
export type DefinitionDetail = z.infer<typeof DefinitionDetail>;

/** What publishing would do, before it is done. Counts are exact up to 10,000. */
export const Impact = z.object({
  issues: z.array(IssueShape),
  differences: z.array(DifferenceShape),
  dependants: z.array(DependantShape),
  fields: z.array(
    z.object({
      field: z.string(),
      change: z.enum(["add", "remove", "convert", "relabel", "impossible"]),
      /** Live records that have a value in the field. */
      records: z.number().int(),
      /** Of a sample of values: how many do not convert, and some of them. */
      failed: z.number().int(),
      examples: z.array(z.object({ value: z.string(), code: z.string() })),
    }),
  ),
});
export type Impact = z.infer<typeof Impact>;

export const listDefinitions = contract({
  name: "model.list",
  method: "GET",
  path: "/definitions",
  access: "member",
  summary: "List definitions of a kind, or of all kinds",
  query: PageQuery.extend({ kind: KindName.optional(), package: Key.optional() }),
  response: Page(DefinitionSummary),
});

export const getDefinition = contract({
  name: "model.get",
  method: "GET",
  path: "/definitions/:kind/:key",
  access: "member",
  summary: "A definition as it stands, its draft and its newest 200 versions",
  params: One,
  response: DefinitionDetail,
});

export const getVersion = contract({
  name: "model.version",
  method: "GET",
  path: "/definitions/:kind/:key/versions/:version",
  access: "member",
  summary: "One version's body",
  params: One.extend({ version: z.coerce.number().pipe(Version) }),
  response: z.object({ body: Json }),
});

export const putDraft = contract({
  name: "model.draft",
  method: "PUT",
  path: "/definitions/:kind/:key/draft",
  access: "member",
  summary: "Keep a draft; the answer says what is wrong with it so far",
  params: One,
  body: z.object({
    body: Json,
    /** The version the draft was begun from; the one in force when left out. */
    base: Version.nullable().optional(),
  }),
  response: Issues,
});

export const deleteDraft = contract({
  name: "model.discard",
  method: "DELETE",
  path: "/definitions/:kind/:key/draft",
  access: "member",
  summary: "Throw a draft away",
  params: One,
  response: z.void(),
});

export const checkDraftContract = contract({
  name: "model.check",
  method: "GET",
  path: "/definitions/:kind/:key/draft/issues",
  access: "member",
  summary: "What is wrong with the draft",
  params: One,
  response: Issues,
});

export const previewImpact = contract({
  name: "model.impact",
  method: "GET",
  path: "/definitions/:kind/:key/draft/impact",
  access: "member",
  summary: "What publishing the draft would do",
  params: One,
  response: Impact,
});

export const publishContract = contract({
  name: "model.publish",
  method: "POST",
  path: "/definitions/:kind/:key/versions",
  access: "member",
  summary: "Publish the draft, or an older version's body again",
  params: One,
  body: z.object({
    /** Publish this older version's body instead of the draft. */
    from: Version.optional(),
    note: Note,
    /** Why it is published although its check says no; kept with the version and in the audit log. */
    reason: z.string().trim().max(500).optional(),
    effectiveFrom: InstantString.optional(),
    failures: z.enum(["refuse", "empty"]).default("refuse"),
  }),
  response: PublishedShape,
});

export const diffVersions = contract({
  name: "model.diff",
  method: "GET",
  path: "/definitions/:kind/:key/diff",
  access: "member",
  summary: "What changed from one version to another; without `to`, to the draft",
  params: One,
  query: z.object({ from: z.coerce.number().pipe(Version), to: z.coerce.number().pipe(Version).optional() }),
  response: z.object({ differences: z.array(DifferenceShape) }),
});

export const listDependants = contract({
  name: "model.dependants",
  method: "GET",
  path: "/definitions/:kind/:key/dependants",
  access: "member",
  summary: "Who uses a definition, or one of its fields",
  params: One,
  query: z.object({ part: Key.optional() }),
  response: z.object({ dependants: z.array(DependantShape) }),
});

export const deleteDefinition = contract({
  name: "model.remove",
  method: "DELETE",
  path: "/definitions/:kind/:key",
  access: "member",
  summary: "Take a definition out of force; with `purge` an object's records go too",
  params: One,
  query: z.object({ purge: z.enum(["true", "false"]).default("false") }),
  response: z.void(),
});

export const SchemaOperation = z.object({
  id: z.string(),
  kind: z.enum(["index", "validate_key", "clear_column", "convert"]),
  object: z.string(),
  state: z.enum(["pending", "running", "done", "failed"]),
  done: z.number(),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  at: InstantString,
  finishedAt: InstantString.nullable(),
});
export type SchemaOperation = z.infer<typeof SchemaOperation>;

export const listSchemaOperations = contract({
  name: "model.operations",
  method: "GET",
  path: "/schema-operations",
  access: "member",
  summary: "Work on tables: what waits, runs, is done or failed",
  query: PageQuery.extend({ object: Key.optional(), open: z.enum(["true", "false"]).default("false") }),
  response: Page(SchemaOperation),
});
