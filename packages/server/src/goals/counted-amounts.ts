import { period as periodByKey } from "@dabiao/core/calendar/period.ts";
import { countedTarget, type DatedChange } from "@dabiao/core/goals/counted-target.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import type { Decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { OpenKpi } from "./kpi.ts";
import { readDatedChanges } from "./life/dated-changes-store.ts";

/** What counts for a whole period of an amount that stands in the ledger. */
export type CountedAmounts = (kind: SubjectKind, id: string, period: string, amount: Decimal) => Decimal;

/**
 * Reads the changes that began in the middle of these periods: their targets count in part before and in part after.
 *
 * @source SPEC.md G-09
 */
export async function countedAmounts(
  on: Runner,
  kpi: OpenKpi,
  periods: readonly string[],
  asOf: Date | null,
): Promise<CountedAmounts> {
  const changes = new Map<string, DatedChange[]>();
  for (const { kind, id, period, ...change } of await readDatedChanges(on, kpi.key, periods, asOf)) {
    const name = `${kind}/${id}/${period}`;
    changes.set(name, [...(changes.get(name) ?? []), change]);
  }
  return (kind, id, period, amount) => {
    const found = changes.get(`${kind}/${id}/${period}`);
    return found && kpi.accrues
      ? countedTarget(periodByKey(period, kpi.calendar), amount, found, kpi.calendar)
      : amount;
  };
}
