import { monthOf, monthStart, yearOf } from "@dabiao/core/calendar/day.ts";
import { type RampBody, rampIn, rampRunsOn } from "@dabiao/core/goals/ramp.ts";
import type { RampPerson } from "@dabiao/core/goals/ramp-contract.ts";
import { rampKind } from "@dabiao/core/goals/ramp-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { z } from "zod";
import { publishAll } from "../../model/publish-store.ts";
import type { Access } from "../../people/access.ts";
import { newId } from "../../platform/id.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import { namesOf } from "../people-store.ts";
import { chargeOf, inCharge } from "./led-people-store.ts";
import { hiredInRole, namedRamps } from "./lives-store.ts";

export interface RampAssignment {
  readonly members: readonly string[];
  readonly assignment: { kind: "ramp"; ramp: string; start: string } | { kind: "none" } | { kind: "byRole" };
  readonly note: string;
}

/** The curves, and everybody in the reader's charge who is on one today or was put off all of them by name. */
export async function listRamps(
  ws: Workspace,
  access: Access,
  world: World,
  now: Date,
): Promise<{ ramps: { key: string; body: RampBody }[]; people: z.input<typeof RampPerson>[] }> {
  const ramps = world.list(rampKind);
  const bodies = new Map(ramps.map(({ key, body }) => [key, body]));
  const today = dayAt(now, ws.zone);
  const charge = await chargeOf(ws, access, now);
  const seen = (id: string) => id === access.memberId || access.can("goals.read_all") || inCharge(charge, id);
  const named = await namedRamps(ws);
  const byName = new Set(named.map(({ member_id }) => member_id));
  const byRole = await hiredInRole(ws, ramps, { start: today, end: "9999-12-31" });
  const all = [
    ...named.map(({ member_id, ramp_key, start_day }) => ({
      id: member_id,
      key: ramp_key,
      start: start_day,
      source: "person" as const,
    })),
    ...byRole
      .filter(({ memberId }) => !byName.has(memberId))
      .map(({ memberId, key, start }) => ({ id: memberId, key, start, source: "role" as const })),
  ].filter(({ id }) => seen(id));
  const names = await namesOf(
    ws,
    all.map(({ id }) => id),
  );
  const people = all.flatMap(({ id, key, start, source }): z.input<typeof RampPerson>[] => {
    const member = { id, name: names.get(id) ?? "" };
    if (key === null) return [{ member, ramp: null, source, start, tenure: 0, share: "1", ends: null }];
    const body = bodies.get(key);
    if (!body || !rampRunsOn({ key, start, body }, today)) return [];
    const { tenure, factor } = rampIn({ key, start, body }, today);
    return [{ member, ramp: key, source, start, tenure, share: factor.toFixed(), ends: endOf(body, start) }];
  });
  return { ramps: [...ramps], people };
}

/** Publishes a curve at once: HR needs no designer for it. */
export async function putRamp(
  trx: Trx,
  access: Access,
  key: string,
  body: RampBody,
): Promise<{ key: string; body: RampBody }> {
  await publishAll(trx, access, [{ kind: rampKind.kind, key, body }], { note: "" });
  return { key, body };
}

/** Puts people on a ramp by name, off all ramps, or leaves it to their roles again. What was before stays readable. */
export async function assignRamp(
  trx: Trx,
  access: Access,
  world: World,
  given: RampAssignment,
): Promise<{ changed: number }> {
  access.demand("people.manage");
  const { assignment } = given;
  if (assignment.kind === "ramp" && !world.get(rampKind, assignment.ramp))
    throw new Refusal("not_found", { what: `ramp ${assignment.ramp}` }, ["body", "assignment", "ramp"]);
  const members = [...new Set(given.members)];
  const known = await trx.tables.selectFrom("member").select("id").where("id", "in", members).forUpdate().execute();
  if (known.length < members.length) throw new Refusal("not_found", { what: "member" }, ["body", "members"]);
  await trx.tables
    .updateTable("member_ramp")
    .set({ ended_at: trx.now })
    .where("member_id", "in", members)
    .where("ended_at", "is", null)
    .execute();
  if (assignment.kind === "byRole") return { changed: members.length };
  const of =
    assignment.kind === "ramp"
      ? { ramp_key: assignment.ramp, start_day: assignment.start }
      : { ramp_key: null, start_day: dayAt(trx.now, trx.zone) };
  const rows = members.map((member_id) => ({
    id: newId(trx.now),
    member_id,
    ...of,
    note: given.note,
    at: trx.now,
    by_member: access.memberId,
    ended_at: null,
  }));
  await trx.tables.insertInto("member_ramp").values(rows).execute();
  return { changed: members.length };
}

/** The first month whose target is whole. */
function endOf(body: RampBody, start: string): string {
  const late = Number(start.slice(8)) > body.cutOffDay ? 1 : 0;
  return monthStart(yearOf(start), monthOf(start) + late + body.steps.length);
}
