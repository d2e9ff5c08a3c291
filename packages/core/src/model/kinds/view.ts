import { z } from "zod";
import { Key, LocalText } from "../../platform/text.ts";
import { FieldPath, Filter, Sort } from "../../records/filter.ts";
import { checkFilter, checkPath } from "../check-paths.ts";
import { fieldReference, filterReferences } from "../field-references.ts";
import { declareKind, type Kind } from "../kind.ts";

/** A way to look at an object's records: a grid, a board by a select, a calendar by a date. */
export const ViewBody = z.object({
  object: Key,
  label: LocalText,
  type: z.enum(["grid", "kanban", "calendar"]).default("grid"),
  columns: z
    .array(z.object({ field: FieldPath, width: z.number().int().min(40).max(1000).optional() }))
    .min(1)
    .max(60),
  filter: Filter.optional(),
  sort: z.array(Sort).max(3).default([]),
  /** The select a kanban stands its columns by, or a grid its groups. */
  group: FieldPath.optional(),
  /** The date a calendar places records on. */
  date: FieldPath.optional(),
  /** Everybody who may read the object sees a shared view among its tabs. */
  shared: z.boolean().default(true),
  order: z.number().int().min(0).max(10_000).default(100),
});
export type ViewBody = z.infer<typeof ViewBody>;

export const viewKind: Kind<ViewBody> = declareKind<ViewBody>({
  kind: "view",
  schema: ViewBody,
  references: (body) => [
    { kind: "object", key: body.object },
    ...[
      ...body.columns.map(({ field }) => field),
      ...body.sort.map(({ field }) => field),
      ...(body.group ? [body.group] : []),
      ...(body.date ? [body.date] : []),
    ].map((path) => fieldReference(body.object, path)),
    ...filterReferences(body.object, body.filter),
  ],
  check: (body, world) => [
    ...body.columns.flatMap(({ field }, index) => checkPath(world, body.object, field, ["columns", index, "field"])),
    ...body.sort.flatMap(({ field }, index) =>
      checkPath(world, body.object, field, ["sort", index, "field"], (shape) =>
        ["none", "json", "options", "references"].includes(shape.family) ? "field_not_sortable" : null,
      ),
    ),
    ...checkFilter(world, body.object, body.filter, ["filter"]),
    ...(body.type === "kanban" && !body.group ? [{ code: "view_needs_group", params: {}, path: ["group"] }] : []),
    ...(body.type === "calendar" && !body.date ? [{ code: "view_needs_date", params: {}, path: ["date"] }] : []),
    ...(body.group
      ? checkPath(world, body.object, body.group, ["group"], (shape) =>
          body.type !== "kanban" || ["option", "reference", "boolean"].includes(shape.family)
            ? null
            : "view_group_type",
        )
      : []),
    ...(body.date
      ? checkPath(world, body.object, body.date, ["date"], (shape) =>
          ["date", "datetime"].includes(shape.family) ? null : "field_not_date",
        )
      : []),
  ],
});
