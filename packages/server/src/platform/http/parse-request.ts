import { type Issue, Refusal, type RefusalParams, type RefusalPath } from "@dabiao/core/platform/refusal.ts";
import type { z } from "zod";

/** Enough to mend a form in one go, few enough that a bad batch does not answer with megabytes. */
const MOST_ISSUES = 50;

type ZodIssue = z.core.$ZodIssue;

/**
 * Parses one part of a request by its schema.
 * @throws Refusal `bad_request` with one `invalid_value` per fault, or the code a schema's own check names
 */
export function parsePart<Schema extends z.ZodType>(schema: Schema, part: string, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, MOST_ISSUES).map((issue) => toIssue(issue, [part]));
  throw new Refusal("bad_request", {}, issues[0]?.path ?? [part], issues);
}

function toIssue(issue: ZodIssue, at: RefusalPath): Issue {
  const path = [...at, ...issue.path.map(segment)];
  if (issue.code === "invalid_union") {
    const nearest = nearestBranch(issue.errors);
    if (nearest) return toIssue(nearest, path);
  }
  if (issue.code === "custom" && typeof issue.params?.["code"] === "string") {
    const { code, ...params } = issue.params;
    return { code: String(code), params: plain(params), path };
  }
  const { code, path: _path, message: _message, input: _input, ...details } = issue;
  return { code: "invalid_value", params: { reason: code, ...plain(details) }, path };
}

/** Of a union's alternatives the one that got furthest into the value: most likely the one that was meant. */
function nearestBranch(branches: readonly (readonly ZodIssue[])[]): ZodIssue | undefined {
  let nearest: ZodIssue | undefined;
  for (const [first] of branches) {
    if (first && first.path.length > (nearest?.path.length ?? 0)) nearest = first;
  }
  return nearest;
}

function segment(key: PropertyKey): string | number {
  return typeof key === "symbol" ? String(key) : key;
}

/** Only what a sentence can show; patterns, nested issues and the input itself stay out of the answer. */
function plain(details: Readonly<Record<string, unknown>>): RefusalParams {
  const params: Record<string, RefusalParams[string]> = {};
  for (const [name, value] of Object.entries(details)) {
    if (name === "pattern" || name === "errors" || name === "issues" || name === "inst") continue;
    if (value === null || ["string", "number", "boolean"].includes(typeof value))
      params[name] = value as string | number;
    else if (typeof value === "bigint") params[name] = String(value);
    else if (Array.isArray(value)) params[name] = value.slice(0, 100).map(String);
  }
  return params;
}
