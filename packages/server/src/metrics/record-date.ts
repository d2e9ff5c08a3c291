import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Reader, readableField } from "../records/sql/reader.ts";
import type { RecordDate } from "./touched-months-store.ts";

/** @throws Refusal `metric_date` for a field that is no date with a column */
export function recordDate(reader: Reader, object: ObjectShape, key: string): RecordDate {
  const field = readableField({ ...reader, trusted: true }, object, key);
  if (field.column === null || (field.family !== "date" && field.family !== "datetime"))
    throw new Refusal("metric_date", { object: object.key, field: key });
  return { object: object.key, table: object.table, key, column: field.column, family: field.family };
}
