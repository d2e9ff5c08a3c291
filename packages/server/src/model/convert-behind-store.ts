import { objectSchema } from "@dabiao/core/model/object.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { changeParts, liveColumns } from "./apply-object.ts";
import { abandonColumn, columnsToClear, swapColumns } from "./column-store.ts";
import { type ConversionResult, convertRows } from "./convert-store.ts";
import { addForeignKey, limitWaiting, lockTable } from "./ddl-store.ts";
import { lockModel, putInForce, raiseWorld, readHead, readVersion, unmarkBuilding } from "./definition-store.ts";
import { withRetries } from "./retry.ts";
import { addOpBy, type SchemaWork } from "./schema-op-store.ts";
import { forgetWorld } from "./world.ts";
import { WORLD_CHANNEL } from "./world-watch-store.ts";

type ConvertWork = Extract<SchemaWork, { kind: "convert" }>;

/** Clocks of several machines differ; rows written this long before the start are read once more. */
const CLOCK_MARGIN_MS = 60_000;

/**
 * Converts while people go on working, then once more what they changed meanwhile with the table to itself,
 * and puts the waiting version in force.
 *
 * @throws Refusal `field_conversion` when values do not convert and the publication did not say to empty them
 */
export async function convertBehind(
  ws: Workspace,
  work: ConvertWork,
  startedAt: Date,
  progress: (rows: number) => Promise<void>,
): Promise<void> {
  const head = await readHead(ws, objectSchema.kind, work.object);
  // A process that died after the swap and before its mark leaves work that is already done.
  if (head?.building !== work.version) return;
  for (const conversion of work.conversions) {
    refuseFailures(await convertRows(ws, conversion, { progress }), work, conversion.after.key);
  }
  const since = new Date(startedAt.getTime() - CLOCK_MARGIN_MS);
  await withRetries(() =>
    ws.transaction(async (trx) => {
      await lockModel(trx);
      await limitWaiting(trx);
      await lockTable(trx, work.object);
      for (const conversion of work.conversions) {
        refuseFailures(await convertRows(trx, conversion, { since }), work, conversion.after.key);
      }
      await comeIntoForce(trx, work);
    }),
  );
  forgetWorld(ws.id);
}

/** The new columns are left to be cleared, and the version becomes the draft again. */
export async function giveUpConversion(ws: Workspace, work: ConvertWork): Promise<void> {
  await ws.transaction(async (trx) => {
    await lockModel(trx);
    for (const { to } of work.conversions) await abandonColumn(trx, work.object, to);
    await unmarkBuilding(trx, objectSchema.kind, work.object);
  });
}

async function comeIntoForce(trx: Trx, { object, conversions, version }: ConvertWork): Promise<void> {
  const head = await readHead(trx, objectSchema.kind, object);
  const [old, now] = [
    await readVersion(trx, objectSchema.kind, object, head?.published ?? 0),
    await readVersion(trx, objectSchema.kind, object, version),
  ];
  if (!old || !now) throw new Error(`${object} lost version ${version}`);
  const before = await liveColumns(trx, object);
  for (const { after, from, to } of conversions) await swapColumns(trx, object, after.key, from, to);
  const bodies = [objectSchema.schema.parse(old.body), objectSchema.schema.parse(now.body)] as const;
  const parts = await changeParts(trx, object, [bodies[0], before], [bodies[1], await liveColumns(trx, object)]);
  for (const key of parts.keys) {
    if (!conversions.some(({ after }) => after.key === key.field)) continue;
    await addForeignKey(trx, object, key, false);
    await addOpBy(trx, now.by_member, { kind: "validate_key", object, name: key.name });
  }
  for (const index of parts.indexes) await addOpBy(trx, now.by_member, { kind: "index", object, index });
  for (const column of await columnsToClear(trx, object)) {
    await addOpBy(trx, now.by_member, { kind: "clear_column", object, column });
  }
  await putInForce(trx, objectSchema.kind, object, version);
  await raiseWorld(trx, WORLD_CHANNEL);
}

function refuseFailures({ failed, examples }: ConversionResult, { failures }: ConvertWork, field: string): void {
  if (failed === 0 || failures === "empty") return;
  throw new Refusal("field_conversion", { field, count: failed, example: examples[0]?.value ?? "" });
}
