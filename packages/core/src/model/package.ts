import { z } from "zod";
import { Key, LocalText } from "../platform/text.ts";
import type { JsonValue } from "./json-value.ts";

const Json: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;

/** One definition as a package carries it. */
export const PackagedDefinition = z.object({
  kind: z.string().max(40),
  key: Key,
  body: Json,
});
export type PackagedDefinition = z.infer<typeof PackagedDefinition>;

/**
 * Definitions that travel together as one JSON file: the sales solution, an industry's template, a company's own
 * configuration on its way to another workspace. They are laid over a workspace by difference, never as a dump.
 */
export const PackageBody = z.object({
  key: Key,
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  label: LocalText,
  definitions: z.array(PackagedDefinition).max(2000),
});
export type PackageBody = z.infer<typeof PackageBody>;
