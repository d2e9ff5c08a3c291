import { z } from "zod";
import { PAGE_MAX } from "../platform/page.ts";
import { Key } from "../platform/text.ts";
import { FieldPath, Filter, Sort } from "./filter.ts";

/** The most columns one list reads; hidden columns are not asked for. */
export const FIELDS_MAX = 60;
/** Counts stop here: more is shown as "10,000+". */
export const COUNT_MAX = 10_000;

/** What a list shows. Without `fields` it reads the name, the stage and the owner. */
export const RecordQuery = z.object({
  object: Key,
  fields: z.array(FieldPath).max(FIELDS_MAX).optional(),
  filter: Filter.optional(),
  sort: z.array(Sort).max(3).optional(),
  search: z.string().trim().max(100).optional(),
  /** The recycle bin instead of the living records. */
  deleted: z.boolean().default(false),
  cursor: z.string().max(4000).optional(),
  limit: z.number().int().min(1).max(PAGE_MAX).default(50),
});
export type RecordQuery = z.input<typeof RecordQuery>;

/** The part of a query that says which records, without pages and columns. */
export const RecordSelection = RecordQuery.pick({ object: true, filter: true, search: true, deleted: true });
export type RecordSelection = z.input<typeof RecordSelection>;

/**
 * A record as its reader may see it. Keys of `values` are field keys, or paths joined by dots (`customer.sector`);
 * decimals are strings, days `YYYY-MM-DD`, instants ISO, references ids whose names stand in `titles`.
 */
export const RecordRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  canEdit: z.boolean(),
  canDelete: z.boolean(),
});
export type RecordRow = z.infer<typeof RecordRow>;

/** Names of the records and members a page refers to, by object (`member` for people) and id. Those out of reach are absent. */
export const Titles = z.record(z.string(), z.record(z.string(), z.string()));
export type Titles = z.infer<typeof Titles>;

export const RecordPage = z.object({ items: z.array(RecordRow), titles: Titles, next: z.string().nullable() });
export type RecordPage = z.infer<typeof RecordPage>;

export const RecordDetail = z.object({ record: RecordRow, titles: Titles });
export type RecordDetail = z.infer<typeof RecordDetail>;

/** `capped` says that there are more than `count`. */
export const RecordCount = z.object({ count: z.number().int(), capped: z.boolean() });
export type RecordCount = z.infer<typeof RecordCount>;

/** Columns of a kanban, or group rows of a grid: how many and how much, with the first cards of each. */
export const GroupQuery = RecordSelection.extend({
  group: FieldPath,
  /** A number field to add up. */
  sum: Key.optional(),
  cards: z.number().int().min(0).max(50).default(0),
  fields: z.array(FieldPath).max(FIELDS_MAX).optional(),
  sort: z.array(Sort).max(3).optional(),
});
export type GroupQuery = z.input<typeof GroupQuery>;

export const RecordGroups = z.object({
  groups: z.array(
    z.object({
      key: z.string().nullable(),
      count: z.number().int(),
      sum: z.string().nullable(),
      items: z.array(RecordRow),
      next: z.string().nullable(),
    }),
  ),
  titles: Titles,
});
export type RecordGroups = z.infer<typeof RecordGroups>;
