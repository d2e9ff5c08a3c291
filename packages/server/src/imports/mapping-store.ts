import { createHash } from "node:crypto";
import { ImportMapping, type ImportTarget } from "@dabiao/core/imports/import.ts";
import { isReasonHeader } from "@dabiao/core/imports/reason-text.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";

const KEPT_PER_TARGET = 50;

export interface RememberedMapping {
  readonly mapping: ImportMapping;
  readonly headers: readonly string[];
}

/** Keeps a mapping for the next file with the same headers, and its value mappings for any file to the same target. */
export async function rememberMapping(
  on: Workspace | Trx,
  mapping: ImportMapping,
  headers: readonly string[],
  now: Date,
): Promise<void> {
  const target = targetName(mapping.target);
  const row = { mapping: JSON.stringify(mapping), headers: JSON.stringify(headers), at: now };
  await on.tables
    .insertInto("import_mapping")
    .values({ target, signature: signatureOf(headers), ...row })
    .onConflict((conflict) => conflict.columns(["target", "signature"]).doUpdateSet(row))
    .execute();
}

/** What was mapped to a target before, newest first. */
export async function rememberedMappings(ws: Workspace, target: ImportTarget): Promise<RememberedMapping[]> {
  const rows = await ws.tables
    .selectFrom("import_mapping")
    .select(["mapping", "headers"])
    .where("target", "=", targetName(target))
    .orderBy("at", "desc")
    .limit(KEPT_PER_TARGET)
    .execute();
  return rows.flatMap(({ mapping, headers }) => {
    const read = ImportMapping.safeParse(mapping);
    return read.success ? [{ mapping: read.data, headers: headers as string[] }] : [];
  });
}

/** The target and mapping last used for a file with the same headers. */
export async function mappingByHeaders(ws: Workspace, headers: readonly string[]): Promise<ImportMapping | undefined> {
  const row = await ws.tables
    .selectFrom("import_mapping")
    .select("mapping")
    .where("signature", "=", signatureOf(headers))
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? ImportMapping.safeParse(row.mapping).data : undefined;
}

/** The same headers in whatever order; the reason column of an error file does not count. */
export function signatureOf(headers: readonly string[]): string {
  const own = headers.filter((header) => !isReasonHeader(header)).sort();
  return createHash("sha256").update(JSON.stringify(own)).digest("hex");
}

function targetName(target: ImportTarget): string {
  return target.kind === "object" ? `object:${target.object}` : "people";
}
