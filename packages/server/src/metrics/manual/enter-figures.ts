import type { ManualEntry } from "@dabiao/core/metrics/manual-contract.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { expectedPeople } from "./expected-store.ts";
import { insertFigures, lockManual, type NamedFigure, standingFigures } from "./figure-store.ts";
import { namesOfMembers } from "./member-names-store.ts";
import { manualPeriod, mayEnter, type OpenManual, openManual, reachFor } from "./open-manual.ts";

/**
 * Enters figures of a period, all or none. They wait for somebody else's confirmation; a line that says what waits or
 * counts already is left alone.
 *
 * @returns how many were entered
 * @throws Refusal `manual_inputter`, `manual_period`, `manual_early`; `manual_entries` with what is wrong line by line
 */
export async function enterFigures(
  ws: Workspace,
  access: Access,
  world: World,
  { metric, period: key, entries }: { metric: string; period: string; entries: readonly ManualEntry[] },
  now: Date,
): Promise<number> {
  const manual = openManual(world, metric);
  if (!mayEnter(access, manual)) throw new Refusal("manual_inputter", { metric: manual.body.label.zh }, ["metric"]);
  const period = manualPeriod(manual, key);
  if (period.start > dayAt(now, manual.calendar.zone))
    throw new Refusal("manual_early", { period: key, from: period.start }, ["period"]);
  return await ws.transaction(async (trx) => {
    await lockManual(trx, metric);
    const expected = await expectedPeople(trx, manual.measure, period, reachFor(access, manual.measure.inputter));
    const known = new Set(expected.map(({ id }) => id));
    const strangers = entries.filter(({ memberId }) => !known.has(memberId));
    const names = await namesOfMembers(
      trx,
      strangers.map(({ memberId }) => memberId),
    );
    const issues = entries.flatMap((entry, index) => faults(manual, entry, index, entries, known, names));
    if (issues.length > 0)
      throw new Refusal("manual_entries", { count: issues.length }, ["entries"], issues.slice(0, 200));
    const standing = await standingFigures(trx, metric, period.key);
    const fresh = entries.filter((entry) => !standing.some((figure) => saysTheSame(figure, entry)));
    if (fresh.length > 0) await insertFigures(trx, metric, period, fresh, access.memberId);
    return fresh.length;
  });
}

function faults(
  { body, measure }: OpenManual,
  { memberId, value, note, evidence }: ManualEntry,
  index: number,
  entries: readonly ManualEntry[],
  known: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): Issue[] {
  const at = (code: string, part: string, params: Issue["params"] = {}): Issue => ({
    code,
    params,
    path: ["entries", index, part],
  });
  const found: Issue[] = [];
  if (!known.has(memberId)) found.push(at("manual_person", "memberId", { name: names.get(memberId) ?? "?" }));
  if (entries.findIndex((each) => each.memberId === memberId) < index) found.push(at("manual_twice", "memberId"));
  const { decimals } = body.unit;
  if (value !== null && decimal(value).decimalPlaces() > decimals)
    found.push(at("manual_decimals", "value", { decimals }));
  if (value === null && note === "") found.push(at("manual_note", "note"));
  if (value !== null && measure.evidence === "required" && evidence === "")
    found.push(at("manual_evidence", "evidence"));
  return found;
}

/** Only what waits, or what counts while nothing waits: a correction back to what counts takes the waiting one's place. */
function saysTheSame(figure: NamedFigure, { memberId, value, note, evidence }: ManualEntry): boolean {
  if (figure.member_id !== memberId || figure.state === "returned") return false;
  const same = value === null || figure.value === null ? value === figure.value : decimal(value).eq(figure.value);
  return same && figure.note === note && figure.evidence === evidence;
}
