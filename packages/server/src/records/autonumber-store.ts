import { autonumberPeriod, autonumberText } from "@dabiao/core/model/fields/autonumber.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Draft } from "./draft.ts";

/** Gives new records their automatic numbers: one step of the counter for the whole batch, held until it commits. */
export async function giveNumbers(trx: Trx, object: ObjectShape, created: readonly Draft[]): Promise<void> {
  if (created.length === 0) return;
  const day = dayAt(trx.now, trx.zone);
  for (const field of object.ownFields.filter(({ type }) => type.type === "autonumber")) {
    const { pattern, reset } = field.settings as { pattern: string; reset: Parameters<typeof autonumberPeriod>[0] };
    const [row] = await trx.rows<{ last: string | number }>(sql`
      insert into ${ident(trx.schema, "autonumber")} as a (object, field, period, last)
      values (${object.key}, ${field.key}, ${autonumberPeriod(reset, day)}, ${created.length})
      on conflict (object, field, period) do update set last = a.last + excluded.last returning last`);
    const first = Number(row?.last ?? created.length) - created.length + 1;
    for (const [index, draft] of created.entries())
      draft.values[field.key] = autonumberText(pattern, day, first + index);
  }
}
