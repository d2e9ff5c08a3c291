import { PersonRow } from "@dabiao/core/people/member.ts";
import { upsertPeople } from "../people/people-batch.ts";
import { changeImport, type StoredImport } from "./import-store.ts";
import { lookUpMembers } from "./lookup-people-store.ts";
import { madePeople } from "./made-people-store.ts";
import { openWork, rowChunks } from "./open-work.ts";
import type { ImportPlace } from "./room.ts";

/** Makes members of the names a file has for owners, where the mapping asks for it, before the first row is written. */
export async function makeMembers(place: ImportPlace, stored: StoredImport): Promise<void> {
  const work = await openWork(place, stored, true);
  const makes = work.plan.columns.some(
    ({ field, missing }) => missing === "create" && work.plan.object.fields.get(field)?.target?.kind === "member",
  );
  if (!makes) return;
  const names = new Set<string>();
  for await (const rows of rowChunks(place, stored)) {
    for (const { cells } of rows) {
      for (const { field, column, texts } of work.plan.read(cells).links) {
        if (field.target?.kind === "member" && column.missing === "create") for (const text of texts) names.add(text);
      }
    }
  }
  await place.workspace.transaction(async (trx) => {
    const known = new Set((await lookUpMembers(trx, [...names])).map(({ text }) => text));
    const missing = [...names].filter((name) => !known.has(name));
    const people = missing.flatMap((name) => PersonRow.safeParse({ name }).data ?? []);
    if (people.length === 0) return;
    await upsertPeople(trx, work.access, people);
    await changeImport(trx, stored.id, ["running"], { people: await madePeople(trx, trx.now) });
  });
}
