import { z } from "zod";
import { damaged } from "./damaged.ts";

export const MAGIC = Buffer.from("DABIAO BACKUP 1\n", "latin1");

/** A schema as it stood; restored as it was, then migrated like any other. */
const SchemaPart = z.object({ name: z.string(), before: z.array(z.string()), after: z.array(z.string()) });

export const Header = z.object({
  product: z.string(),
  postgres: z.string(),
  madeAt: z.string(),
  extensions: z.array(z.string()),
  schemas: z.array(SchemaPart),
});
export type Header = z.infer<typeof Header>;

export const TableHead = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()) });
export type TableHead = z.infer<typeof TableHead>;

export const FileHead = z.object({ path: z.string(), bytes: z.number() });
export type FileHead = z.infer<typeof FileHead>;

export const Trailer = z.object({ sha256: z.string(), tables: z.number(), files: z.number() });
export type Trailer = z.infer<typeof Trailer>;

export function readPart<Schema extends z.ZodType>(schema: Schema, body: Buffer): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(body.toString("utf8")));
  } catch {
    throw damaged("unknown content");
  }
}
