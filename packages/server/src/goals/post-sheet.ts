import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { linesOf, type Posting, postLines } from "./ledger-store.ts";
import { settleSplits } from "./life/settle-splits.ts";
import { demandPlanOpen, setLock } from "./lock-store.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Writes what was done on a sheet as one act.
 *
 * @returns the posting's id; null when nothing was changed
 * @throws Refusal `plan_locked`
 */
export async function postSheet(
  trx: Trx,
  access: Access,
  sheet: Sheet,
  posting: Omit<Posting, "kpi" | "byMember">,
): Promise<string | null> {
  const touched = [
    ...sheet.entries.filter(({ account }) => account === "target").map(({ place }) => place.period),
    ...sheet.splits.flatMap(({ periods }) => periods),
    ...sheet.locks.map(({ place }) => place.period),
  ];
  await demandPlanOpen(trx, access, sheet.kpi, touched);
  for (const { place, locked } of sheet.locks) await setLock(trx, sheet.kpi.key, place, locked, access.memberId);
  await settleSplits(trx, sheet.kpi, sheet.splits);
  const lines = linesOf(sheet.entries);
  if (lines.length === 0 && sheet.splits.length === 0 && posting.plan === undefined) return null;
  return await postLines(trx, { ...posting, kpi: sheet.kpi.key, byMember: access.memberId }, lines, sheet.splits);
}
