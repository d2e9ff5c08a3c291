import type { World } from "@dabiao/core/model/kind.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import { openKpi, periodIn } from "../kpi.ts";
import { namesOf } from "../people-store.ts";
import { placeOf } from "../place.ts";
import { standingsOf } from "../standing-store.ts";
import { setTarget } from "../targets.ts";
import { chargeOf } from "./led-people-store.ts";
import { tell } from "./rebalance.ts";
import { closeVacancy, lockVacancy, readVacancies } from "./vacancy-store.ts";

export async function listVacancies(
  ws: Workspace,
  access: Access,
  query: { open: boolean; cursor?: string | undefined; limit: number },
  now: Date,
) {
  const charge = await chargeOf(ws, access, now);
  const sees = charge.all || access.can("goals.read_all");
  const own = access.memberId === null ? [] : [access.memberId];
  return await readVacancies(ws, query, sees ? null : [...charge.led, ...own]);
}

/** Somebody takes the territory over: what was parked moves from the manager to them. */
export async function fillVacancy(
  trx: Trx,
  access: Access,
  world: World,
  id: string,
  { member, reason }: { member: string; reason: string },
) {
  const row = await lockVacancy(trx, id);
  if (!row || row.filled_at !== null) throw new Refusal("not_found", { what: "vacancy" });
  const kpi = openKpi(world, row.kpi);
  const period = periodIn(kpi, row.period);
  const place = placeOf({ kind: "member", id: member }, period);
  const [standing] = await standingsOf(trx, kpi.key, [period.key], { subjects: [member], slice: "" });
  await setTarget(trx, access, world, {
    kpi: kpi.key,
    subject: { kind: "member", id: place.id },
    period: period.key,
    amount: (standing?.amount ?? decimal(0)).plus(row.amount).toFixed(),
    counter: { kind: "place", subject: { kind: "member", id: row.holder_id }, period: period.key },
    reason,
  });
  await closeVacancy(trx, id, member);
  const names = await namesOf(trx, [row.member_id]);
  await tell(trx, kpi, period.key, member, names.get(row.member_id) ?? "", row.amount, reason);
  const { items } = await readVacancies(trx, { open: false, limit: 1, id }, null);
  const [filled] = items;
  if (!filled) throw new Error("a vacancy that was just filled is gone");
  return filled;
}
