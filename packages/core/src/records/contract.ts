import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { InstantString, Key } from "../platform/text.ts";
import {
  GroupQuery,
  RecordCount,
  RecordDetail,
  RecordGroups,
  RecordPage,
  RecordQuery,
  RecordSelection,
} from "./record-query.ts";
import { BATCH_MAX, UndoResult, Values, WriteOp, WriteResult } from "./write-batch.ts";

export const ObjectParams = z.object({ object: Key });
export const RecordParams = z.object({ object: Key, id: z.uuid() });
const Query = RecordQuery.omit({ object: true });
const Selection = RecordSelection.omit({ object: true });

/** A query as one compact JSON text, so that a list is a link. */
const inLink = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({
    q: z
      .string()
      .max(20_000)
      .default("{}")
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: "custom", message: "not JSON" });
          return z.NEVER;
        }
      })
      .pipe(schema),
  });

const member = { access: "member" } as const;
const DELETED_OR_NOT = z.object({ deleted: z.enum(["true", "false"]).default("false") });

export const listRecordsContract = contract({
  ...member,
  name: "records.list",
  method: "GET",
  path: "/objects/:object/records",
  summary: "One page of records; q is the query as JSON",
  params: ObjectParams,
  query: inLink(Query),
  response: RecordPage,
});

export const queryRecordsContract = contract({
  ...member,
  name: "records.query",
  method: "POST",
  path: "/objects/:object/query",
  summary: "One page of records, the query in the body",
  params: ObjectParams,
  body: Query,
  response: RecordPage,
});

export const countRecordsContract = contract({
  ...member,
  name: "records.count",
  method: "POST",
  path: "/objects/:object/count",
  summary: "How many records a selection has, up to 10,000",
  params: ObjectParams,
  body: Selection,
  response: RecordCount,
});

export const groupRecordsContract = contract({
  ...member,
  name: "records.group",
  method: "POST",
  path: "/objects/:object/groups",
  summary: "Columns of a kanban: count, sum and first cards per value",
  params: ObjectParams,
  body: GroupQuery.omit({ object: true }),
  response: RecordGroups,
});

export const recordIdsContract = contract({
  ...member,
  name: "records.ids",
  method: "POST",
  path: "/objects/:object/ids",
  summary: "The ids of a selection, for bulk actions, at most 10,000",
  params: ObjectParams,
  body: Selection,
  response: z.object({ ids: z.array(z.uuid()), capped: z.boolean() }),
});

export const getRecordContract = contract({
  ...member,
  name: "records.get",
  method: "GET",
  path: "/objects/:object/records/:id",
  summary: "One record with all fields its reader may see",
  params: RecordParams,
  query: DELETED_OR_NOT,
  response: RecordDetail,
});

export const createRecordContract = contract({
  ...member,
  name: "records.create",
  method: "POST",
  path: "/objects/:object/records",
  summary: "Make a record",
  params: ObjectParams,
  body: z.object({ values: Values, id: z.uuid().optional() }),
  response: z.object({ id: z.uuid(), version: z.number().int() }),
});

export const updateRecordContract = contract({
  ...member,
  name: "records.update",
  method: "PATCH",
  path: "/objects/:object/records/:id",
  summary: "Change fields of a record; with the version seen, a lost update is answered 409 with both values",
  params: RecordParams,
  body: z.object({ values: Values, version: z.number().int().min(0).optional() }),
  response: z.object({ id: z.uuid(), version: z.number().int() }),
});

export const deleteRecordContract = contract({
  ...member,
  name: "records.delete",
  method: "DELETE",
  path: "/objects/:object/records/:id",
  summary: "Put a record into the recycle bin",
  params: RecordParams,
  response: z.object({ id: z.uuid(), version: z.number().int() }),
});

export const writeRecordsContract = contract({
  ...member,
  name: "records.write",
  method: "POST",
  path: "/objects/:object/bulk",
  summary: "Several operations at once: all or nothing, or leaving out the faulty ones",
  params: ObjectParams,
  body: z.object({
    ops: z.array(WriteOp).min(1).max(BATCH_MAX),
    onError: z.enum(["refuse", "collect"]).default("refuse"),
  }),
  response: WriteResult.extend({ cause: z.string() }),
});

/** The same change on every record a filter finds. `expected` is the count that was shown before. */
export const bulkUpdateContract = contract({
  ...member,
  name: "records.update_selection",
  method: "PATCH",
  path: "/objects/:object/records",
  summary: "Change, delete or restore every record of a selection, at most 10,000; can be undone by its cause",
  params: ObjectParams,
  body: z.object({
    selection: Selection,
    change: z.discriminatedUnion("op", [
      z.object({ op: z.literal("update"), values: Values }),
      z.object({ op: z.literal("delete") }),
      z.object({ op: z.literal("restore") }),
    ]),
    expected: z.number().int().min(0),
  }),
  response: WriteResult.omit({ records: true }).extend({ cause: z.string() }),
});

export const undoContract = contract({
  ...member,
  name: "records.undo",
  method: "POST",
  path: "/records/undo",
  summary: "Take back everything one cause did; records changed since are left alone and listed",
  body: z.object({ cause: z.string().min(1).max(200) }),
  response: UndoResult,
});

export const searchRecordsContract = contract({
  ...member,
  name: "records.search",
  method: "GET",
  path: "/search",
  summary: "Records of all objects by text, pinyin or digits; the best matches of each object",
  query: z.object({ q: z.string().trim().min(1).max(100), objects: z.string().max(400).optional() }),
  response: z.object({
    groups: z.array(
      z.object({
        object: Key,
        items: z.array(z.object({ id: z.uuid(), title: z.string(), updatedAt: InstantString })),
      }),
    ),
  }),
});

export const exportRecordsContract = contract({
  ...member,
  name: "records.export",
  method: "GET",
  path: "/objects/:object/export",
  summary: "The records of a query as a CSV file",
  params: ObjectParams,
  query: inLink(Query.omit({ cursor: true, limit: true })),
  response: z.unknown(),
  transport: "stream",
});

export const Change = z.object({
  id: z.uuid(),
  at: InstantString,
  kind: z.enum(["change", "comment", "activity"]),
  memberId: z.uuid().nullable(),
  /** Of a change: what was done, and the values before and after by field. */
  op: z.string().optional(),
  fields: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })).optional(),
  source: z.string().optional(),
  /** Of a comment. */
  body: z.string().optional(),
  mentions: z.array(z.uuid()).optional(),
  /** Of a record that refers to this one: what it is. */
  object: Key.optional(),
  recordId: z.uuid().optional(),
  title: z.string().optional(),
});
export type TimelineEntry = z.infer<typeof Change>;

export const timelineContract = contract({
  ...member,
  name: "records.timeline",
  method: "GET",
  path: "/objects/:object/records/:id/timeline",
  summary: "What happened to a record, newest first: changes, comments, and records that refer to it",
  params: RecordParams,
  query: PageQuery,
  response: Page(Change),
});
