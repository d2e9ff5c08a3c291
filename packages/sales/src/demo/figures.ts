import { monthKey } from "./days.ts";
import type { DemoMember } from "./people.ts";
import type { Chance } from "./random.ts";

/** A figure entered by hand for somebody and a month, as a decimal string. */
export interface DemoFigure {
  readonly metric: string;
  readonly memberId: string;
  /** `2026-03` */
  readonly period: string;
  readonly value: string;
}

/** Attendance, shared cases and audits of every seller for the months that are over. */
export function demoFigures(random: Chance, sellers: readonly DemoMember[], months: readonly string[]): DemoFigure[] {
  return months.slice(0, -1).flatMap((month) => {
    const period = monthKey(month);
    return sellers
      .filter(({ joinedOn }) => joinedOn <= month)
      .flatMap(({ id: memberId }) => [
        {
          metric: "training_attendance",
          memberId,
          period,
          value: random.pick(["0.6", "0.75", "0.8", "0.9", "1", "1", "1"]),
        },
        { metric: "case_share_count", memberId, period, value: String(random.pick([0, 0, 1, 1, 2])) },
        { metric: "audit_score", memberId, period, value: String(random.whole(68, 100)) },
      ]);
  });
}
