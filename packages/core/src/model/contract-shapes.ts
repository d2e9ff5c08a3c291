import { z } from "zod";

/** One definition's name in a path. */
export const KindName = z.string().regex(/^[a-z][a-z_]{0,39}$/);

export const IssueShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  path: z.array(z.union([z.string(), z.number()])),
});
export const DifferenceShape = z.object({
  op: z.enum(["add", "remove", "change", "move"]),
  path: z.array(z.string()),
  before: z.json().nullable(),
  after: z.json().nullable(),
});

export const DependantShape = z.object({
  kind: z.string(),
  key: z.string(),
  label: z.string(),
  parts: z.array(z.string()),
});

export const PublishedShape = z.object({
  kind: z.string(),
  key: z.string(),
  version: z.number().int(),
  state: z.enum(["published", "building", "unchanged"]),
});
