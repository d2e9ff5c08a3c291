import { type Decimal, ONE, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import { type OpenKpi, periodIn } from "../kpi.ts";
import type { NewSplit } from "../ledger-store.ts";
import { subjectNamed } from "../place.ts";
import { openLifeBook } from "./life-book.ts";
import { settledShares, settleShares } from "./settled-store.ts";

/** Methods that give people what they can carry: ramp, hire and leave are in the amounts already. */
const BY_CAPACITY: ReadonlySet<string> = new Set(["capacity", "workdays"]);

/**
 * Notes what people's targets that a split just made are made for: by capacity, for the share they owe; by any other
 * method, for a full one.
 */
export async function settleSplits(trx: Trx, kpi: OpenKpi, splits: readonly NewSplit[]): Promise<void> {
  for (const split of splits) {
    if (split.slice !== "" || !kpi.accrues) continue;
    const byCapacity = BY_CAPACITY.has(String((split.method as { kind?: unknown }).kind));
    const people = split.axis === "people" ? split.children : split.axis === "periods" ? split.subjects : [];
    const members = people.map(subjectNamed).flatMap(({ kind, id }) => (kind === "member" ? [id] : []));
    const periods = split.axis === "periods" ? split.children : split.periods;
    if (members.length === 0) continue;
    const known = await settledShares(trx, kpi.key, periods);
    for (const key of periods) {
      const period = periodIn(kpi, key);
      // Working days of the parts of somebody's own period say nothing about leave: only people are weighed by it.
      const weighed =
        byCapacity && (split.axis === "people" || (split.method as { kind?: unknown }).kind === "capacity");
      const lives = weighed ? await openLifeBook(trx, kpi, period, [key], null, members) : null;
      const owed = (id: string): Decimal => {
        const life = lives?.share(id, period) ?? null;
        return life === null ? ONE : (life.share ?? ZERO);
      };
      const changed = members
        .map((memberId) => ({ memberId, share: owed(memberId) }))
        .filter(({ memberId, share }) => !share.eq(known.get(`${memberId}/${key}`) ?? ONE));
      await settleShares(trx, kpi.key, period.key, changed);
    }
  }
}
