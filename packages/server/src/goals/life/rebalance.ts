import type { CounterEntry } from "@dabiao/core/goals/target.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import { notify } from "../../people/notice-store.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import { type OpenKpi, openKpi, periodIn } from "../kpi.ts";
import { namesOf, type Placed, placedPeople } from "../people-store.ts";
import { openTargets } from "../target-book.ts";
import { setTarget } from "../targets.ts";
import { openLifeBook } from "./life-book.ts";
import { settleShares } from "./settled-store.ts";
import { insertVacancy } from "./vacancy-store.ts";

export interface Rebalance {
  readonly kpi: string;
  readonly period: string;
  readonly member: string;
  readonly to: { kind: "buffer" | "siblings" | "upper" | "manager" } | { kind: "member"; id: string };
  readonly reason: string;
}

/**
 * Gives the gap that leave, hire, leaving or a ramp made in somebody's target to others: the person's target falls to
 * what is owed, and is taken for what it is from then on. What is parked on a manager is flagged as a vacancy until
 * somebody takes it over.
 *
 * @throws Refusal `goal_no_gap`, `goal_no_manager`, and those of setting a target
 * @source SPEC.md G-10, G-11, A13
 */
export async function rebalance(trx: Trx, access: Access, world: World, wanted: Rebalance) {
  const kpi = openKpi(world, wanted.kpi);
  const period = periodIn(kpi, wanted.period);
  const placed = await placedPeople(trx, period, null);
  const book = await openTargets(trx, kpi.key, period, kpi.calendar, placed, null);
  const nominal = book.nominal("member", wanted.member);
  const parts = book.trace(wanted.member);
  const owed = book.member(wanted.member) ?? ZERO;
  const [part] = parts;
  if (nominal === null || part === undefined || parts.length > 1 || part.period !== period.key || nominal.eq(owed))
    throw new Refusal("goal_no_gap", {}, ["body", "member"]);
  const gap = nominal.minus(owed);
  const holder = await holderOf(trx, wanted, placed);
  await setTarget(trx, access, world, {
    kpi: kpi.key,
    subject: { kind: "member", id: wanted.member },
    period: period.key,
    amount: owed.toFixed(),
    counter: counterOf(wanted, holder, period.key),
    reason: wanted.reason,
  });
  const lives = await openLifeBook(trx, kpi, period, [period.key], null, [wanted.member]);
  const share = lives.share(wanted.member, period)?.share ?? ZERO;
  await settleShares(trx, kpi.key, period.key, [{ memberId: wanted.member, share }]);
  if (holder !== null && wanted.to.kind === "manager")
    await insertVacancy(trx, {
      kpi: kpi.key,
      period: period.key,
      memberId: wanted.member,
      holderId: holder,
      amount: gap,
      reason: wanted.reason,
      by: access.memberId,
    });
  const names = await namesOf(trx, holder === null ? [wanted.member] : [wanted.member, holder]);
  if (holder !== null) await tell(trx, kpi, period.key, holder, names.get(wanted.member) ?? "", gap, wanted.reason);
  return {
    moved: gap.toFixed(),
    effective: owed.toFixed(),
    holder: holder === null ? null : { id: holder, name: names.get(holder) ?? "" },
  };
}

/** Who takes the gap by name: the chosen colleague, or the leader of the unit (or of the nearest one above that has one). */
async function holderOf(trx: Trx, { to, member }: Rebalance, placed: readonly Placed[]): Promise<string | null> {
  if (to.kind === "member") return to.id;
  if (to.kind !== "manager") return null;
  const path = placed.find(({ id }) => id === member)?.path ?? [];
  const units = await trx.tables
    .selectFrom("unit")
    .select(["id", "leader_id"])
    .where("id", "in", [...path, member])
    .execute();
  const leader = path
    .map((id) => units.find((unit) => unit.id === id)?.leader_id ?? null)
    .find((id) => id !== null && id !== member);
  if (!leader) throw new Refusal("goal_no_manager");
  return leader;
}

function counterOf({ to }: Rebalance, holder: string | null, period: string): CounterEntry {
  if (holder !== null) return { kind: "place", subject: { kind: "member", id: holder }, period };
  switch (to.kind) {
    case "siblings":
      return { kind: "siblings", axis: "people" };
    case "upper":
      return { kind: "upper" };
    default:
      return { kind: "buffer" };
  }
}

export async function tell(
  trx: Trx,
  kpi: OpenKpi,
  period: string,
  memberId: string,
  name: string,
  amount: Decimal,
  reason: string,
): Promise<void> {
  const params = { kpi: kpi.body.label.zh, period, name, amount: amount.toFixed(), reason };
  await notify(trx, [{ memberId, kind: "goals.rebalanced", params, path: "/goals" }]);
}
