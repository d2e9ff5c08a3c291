import { z } from "zod";

/** A field, or a field reached over references: `["account", "sector"]`. At most three steps. */
export const FieldPath = z
  .array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/))
  .min(1)
  .max(3);
export type FieldPath = z.infer<typeof FieldPath>;

export const OPERATORS = [
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "between",
  "in",
  "not_in",
  "contains",
  "not_contains",
  "starts_with",
  "is_empty",
  "is_not_empty",
  "has_any",
  "has_all",
  "period",
  "mine",
  "my_unit",
  "my_subtree",
] as const;
export const Operator = z.enum(OPERATORS);
export type Operator = z.infer<typeof Operator>;

const Scalar = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

/** One condition. `period` takes a period key such as `2026-Q1` or a relative one such as `this_month`, `last_7_days`. */
export const Condition = z.object({
  field: FieldPath,
  op: Operator,
  value: z.union([Scalar, z.array(Scalar).max(1000)]).optional(),
});
export type Condition = z.infer<typeof Condition>;

/** The one filter language of lists, views, metrics, scopes, exports and drill-downs. */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | Condition;

export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.object({ and: z.array(Filter).max(50) }),
    z.object({ or: z.array(Filter).max(50) }),
    z.object({ not: Filter }),
    Condition,
  ]),
) as z.ZodType<Filter>;

/** Sorting by a readable field; ties always end at the record's id. */
export const Sort = z.object({ field: FieldPath, descending: z.boolean().default(false) });
export type Sort = z.infer<typeof Sort>;
