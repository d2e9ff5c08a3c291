import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { ListColumn } from "../columns.ts";

/** Values too large for a cell: they are edited on the record's page. */
const ON_THE_PAGE = new Set(["attachment", "location", "address"]);

/** Why a cell cannot be changed, as a message key's ending; null where it can. */
export function lockOf(
  { path, field }: ListColumn,
  row: RecordRow | undefined,
): "computed" | "right" | "reference" | null {
  if (path.length > 1) return "reference";
  if (field.computed || (field.system && field.key !== "owner") || ON_THE_PAGE.has(field.type)) return "computed";
  return field.right === "write" && row?.canEdit ? null : "right";
}
