import type { EffectiveGoal } from "@dabiao/core/goals/effective-goal.ts";
import type { GoalReckoning, LifePerson } from "@dabiao/core/goals/life-contract.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { z } from "zod";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { demandVisible, visibleSubjects } from "../goal-rights.ts";
import { openKpi, periodIn } from "../kpi.ts";
import { placedPeople, unitsAt } from "../people-store.ts";
import { COMPANY } from "../place.ts";
import { openTargets, type TargetBook } from "../target-book.ts";
import { chargeOf, inCharge } from "./led-people-store.ts";
import { readLives } from "./lives-store.ts";

const SHOWN_MAX = 2_000;

/** Everybody whose target counts in part in a period, why, and the gap it leaves in every unit on the way up. */
export async function listLife(
  ws: Workspace,
  access: Access,
  world: World,
  query: { kpi: string; period: string; unit?: string | undefined },
  now: Date,
) {
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  const placed = await placedPeople(ws, period, query.unit ?? null);
  const book = await openTargets(ws, kpi.key, period, kpi.calendar, placed, null);
  const lives = await readLives(ws, world, period, kpi.key);
  const visible = visibleSubjects(access);
  const charge = await chargeOf(ws, access, now);
  const touched = placed.flatMap(({ id, name, unitId, path }) => {
    const nominal = book.nominal("member", id);
    if (nominal === null || !visible({ kind: "member", id })) return [];
    const counted = book.trace(id);
    if (counted.every(({ life, settled }) => life === null && settled.eq(1))) return [];
    const effective = book.member(id);
    const { joinedOn, leftOn, leave } = lives.get(id) ?? { joinedOn: null, leftOn: null, leave: [] };
    const person: z.input<typeof LifePerson> = {
      member: { id, name },
      unitId,
      nominal: nominal.toFixed(),
      effective: effective?.toFixed() ?? null,
      gap: nominal.minus(effective ?? ZERO).toFixed(),
      joinedOn,
      leftOn,
      leave: leave.map(({ kind, start, end }) => ({ kind, start, end })),
      reckoning: counted.map(toReckoning),
      mayRebalance: id !== access.memberId && inCharge(charge, id),
    };
    return [{ person, path }];
  });
  const onTheWay = new Set(touched.flatMap(({ path }) => path));
  const units = (await unitsAt(ws, period.start, query.unit ?? null)).filter(
    ({ id }) => onTheWay.has(id) && visible({ kind: "unit", id }),
  );
  const rows = units.map(({ id, name }) => ({ id: id as string | null, name, ...figures(book, id) }));
  const company = query.unit === undefined && visible({ kind: "company", id: COMPANY });
  return {
    people: touched.slice(0, SHOWN_MAX).map(({ person }) => person),
    units: company ? [{ id: null, name: "", ...figures(book, null) }, ...rows] : rows,
    truncated: touched.length > SHOWN_MAX,
  };
}

/** Why one person's target is what it is. */
export async function reckonGoal(
  ws: Workspace,
  access: Access,
  world: World,
  query: { kpi: string; period: string; member: string; asOf?: string | undefined },
) {
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  demandVisible(access, { kind: "member", id: query.member });
  const asOf = query.asOf === undefined ? null : new Date(query.asOf);
  const book = await openTargets(ws, kpi.key, period, kpi.calendar, [], asOf);
  return {
    effective: book.member(query.member)?.toFixed() ?? null,
    nominal: book.nominal("member", query.member)?.toFixed() ?? null,
    parts: book.trace(query.member).map(toReckoning),
  };
}

/** The own target beside what the people have: as set, as it counts, and the gap between. */
function figures(book: TargetBook, unitId: string | null) {
  const own = book.nominal(unitId === null ? "company" : "unit", unitId ?? COMPANY);
  const { nominal, counted } = book.people(unitId);
  return {
    own: own?.toFixed() ?? null,
    nominal: nominal?.toFixed() ?? null,
    effective: counted?.toFixed() ?? null,
    gap: (nominal ?? ZERO).minus(counted ?? ZERO).toFixed(),
  };
}

export function toReckoning({
  period,
  nominal,
  settled,
  amount,
  life,
}: EffectiveGoal & { period: string }): z.input<typeof GoalReckoning> {
  return {
    period,
    nominal: shown(nominal),
    settled: shown(settled),
    amount: amount === null ? null : shown(amount),
    share: life === null ? "1" : life.share === null ? null : shown(life.share),
    served: life === null ? "1" : life.served === null ? null : shown(life.served),
    basis: life?.basis ?? null,
    months: (life?.months ?? []).map(({ whole, served, ramp, ...month }) => ({
      ...month,
      whole: shown(whole),
      served: shown(served),
      ramp: shown(ramp),
    })),
  };
}

function shown(value: Decimal): string {
  return value.toDecimalPlaces(8).toFixed();
}
