import type { Proposal } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import { type ActedOn, actOnSheet } from "./act.ts";
import { endLateRatings } from "./late-rating.ts";
import { saveResults } from "./result-store.ts";
import type { Room } from "./room.ts";
import { cardOf } from "./scored-parts.ts";
import { demandOther, seesAllSheets, visibleSheets } from "./sheet-rights.ts";
import { demandState, isLate, logEvent } from "./sheet-store.ts";

const LIST_MAX = 500;

export interface NewOverride {
  readonly partId: string;
  readonly item: string;
  readonly kind: "actual" | "score" | "waive";
  readonly value?: string | undefined;
  readonly reason: string;
}

/**
 * Proposes another value for a measured line, or that it be waived. It counts once somebody else has approved; a waiver
 * by HR counts at once.
 *
 * @source SPEC.md A-05, S-10
 */
export async function proposeOverride(room: Room, sheetId: string, given: NewOverride): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const by = demandJudge(room, on);
    if (!isLate(on.sheet)) demandState(on.sheet, "self", "rating");
    const part = partOf(on, given.partId);
    const item = cardOf(on.cards, part).items.find(({ key }) => key === given.item);
    if (!item || item.source.kind === "award" || (item.source.kind === "rating" && given.kind !== "waive"))
      throw new Refusal("rating_item", { item: given.item }, ["item"]);
    if ((given.value === undefined) !== (given.kind === "waive"))
      throw new Refusal("override_value", { item: given.item }, ["value"]);
    const atOnce = given.kind === "waive" && on.sight.hr;
    await insertProposal(on, by, { ...given, value: given.value ?? null }, atOnce);
    if (atOnce) await reckon(on, by, given.reason);
  });
}

export interface NewAward {
  readonly partId: string;
  readonly key: string;
  readonly points?: string | undefined;
  readonly evidence: string;
}

/**
 * Puts bonus points, a deduction or a veto of the card on record, with its evidence, for somebody else to approve.
 *
 * @source SPEC.md S-11, S-12
 */
export async function proposeAward(room: Room, sheetId: string, given: NewAward): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const by = demandJudge(room, on);
    demandState(on.sheet, "running", "self", "rating");
    const card = cardOf(on.cards, partOf(on, given.partId));
    const veto = card.vetoes.find(({ key }) => key === given.key);
    const item = card.items.find(({ key, source }) => key === given.key && source.kind === "award");
    if (!veto && (!item || item.kind === "scored")) throw new Refusal("rating_item", { item: given.key }, ["key"]);
    const points = item ? decimal(given.points ?? "0") : null;
    if (item && points && (!points.isPositive() || points.isZero() || points.gt(item.max ?? "0")))
      throw new Refusal("award_points", { item: item.label?.zh ?? item.key, most: item.max ?? "0" }, ["points"]);
    const kind = item?.kind === "penalty" ? "penalty" : item ? "bonus" : "veto";
    const { partId, key, evidence } = given;
    await insertProposal(
      on,
      by,
      { partId, item: key, kind, value: points?.toFixed() ?? null, reason: evidence },
      false,
    );
  });
}

/** @throws Refusal `decide_own`, `own_sheet`, `proposal_decided`, `not_found` */
export async function decideProposal(
  room: Room,
  id: string,
  given: { approve: boolean; note: string },
): Promise<Sheet> {
  const { ws, access } = room;
  const [found] = await ws.rows<{
    sheetId: string;
  }>(sql`select o.sheet_id as "sheetId" from ${ident(ws.schema, "appraisal_proposal")} o
    join ${ident(ws.schema, "appraisal_sheet")} s on s.id = o.sheet_id where o.id = ${id}::uuid and ${visibleSheets(ws, access)}`);
  if (!found) throw new Refusal("not_found", { what: "proposal" });
  return await actOnSheet(room, found.sheetId, async (on) => {
    const by = demandJudge(room, on);
    if (!isLate(on.sheet)) demandState(on.sheet, "running", "self", "rating");
    const state = given.approve ? "approved" : "refused";
    const [row] = await on.trx.rows<{ byMember: string; state: string; kind: string }>(sql`
      select by_member as "byMember", state, kind from ${ident(ws.schema, "appraisal_proposal")} where id = ${id}::uuid for update`);
    if (row?.state !== "proposed") throw new Refusal("proposal_decided");
    if (row.byMember === by) throw new Refusal("decide_own");
    await on.trx.rows(sql`update ${ident(ws.schema, "appraisal_proposal")} set state = ${state}, decided_by = ${by}::uuid,
      decided_at = ${on.trx.now}::timestamptz, note = ${given.note} where id = ${id}::uuid`);
    await logEvent(on.trx, {
      cycleId: on.cycle.id,
      sheetId: found.sheetId,
      by,
      kind: state,
      detail: { proposal: id, note: given.note },
    });
    if (given.approve && on.sheet.state !== "running") await reckon(on, by, row.kind);
  });
}

async function reckon({ trx, sheet, cards }: ActedOn, by: string, reason: string): Promise<void> {
  await saveResults(trx, [sheet.id], cards, { source: sheet.source ?? "review", by, reason });
  await endLateRatings(trx, sheet.id);
}

/** Who leads the person in the period, or HR; never the person. */
function demandJudge({ access }: Room, { sheet, sight }: ActedOn): string {
  const by = demandOther(access, sheet);
  if (!sight.leads && !sight.hr) throw new Refusal("forbidden", { what: "appraisal" });
  return by;
}

function partOf({ parts }: ActedOn, id: string) {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new Refusal("not_found", { what: "part" }, ["partId"]);
  return part;
}

async function insertProposal(
  { trx, sheet, cycle }: ActedOn,
  by: string,
  given: { partId: string; item: string; kind: Proposal["kind"]; value: string | null; reason: string },
  approved: boolean,
): Promise<void> {
  const { partId, item, kind, value, reason } = given;
  await trx.tables
    .insertInto("appraisal_proposal")
    .values({
      id: newId(trx.now),
      sheet_id: sheet.id,
      part_id: partId,
      kind,
      item,
      value,
      reason,
      by_member: by,
      at: trx.now,
      state: approved ? "approved" : "proposed",
      decided_by: approved ? by : null,
      decided_at: approved ? trx.now : null,
      note: null,
    })
    .execute();
  await logEvent(trx, {
    cycleId: cycle.id,
    sheetId: sheet.id,
    by,
    kind: `proposed.${kind}`,
    detail: { item, value, reason },
  });
}

/** Proposals of sheets the reader may see; one's own sheet shows what is in force, not what is discussed. */
export async function listProposals(
  { ws, access }: Room,
  query: { cycle?: string | undefined; sheet?: string | undefined; open: boolean },
): Promise<Proposal[]> {
  const conditions: Sql[] = [visibleSheets(ws, access)];
  if (access.memberId !== null) conditions.push(sql`s.member_id <> ${access.memberId}::uuid`);
  if (query.cycle) conditions.push(sql`s.cycle_id = ${query.cycle}::uuid`);
  if (query.sheet) conditions.push(sql`s.id = ${query.sheet}::uuid`);
  if (query.open) conditions.push(sql`o.state = 'proposed'`);
  const table = (name: string) => ident(ws.schema, name);
  const rows = await ws.rows<Omit<Proposal, "mayDecide" | "at"> & { at: Date }>(sql`
    select o.id, o.sheet_id as "sheetId", m.name, o.kind, o.item, o.value::text, o.reason, o.state, o.by_member as "byId", b.name as by, o.at
    from ${table("appraisal_proposal")} o join ${table("appraisal_sheet")} s on s.id = o.sheet_id
    join ${table("member")} m on m.id = s.member_id join ${table("member")} b on b.id = o.by_member
    where ${and(conditions)} order by o.at, o.id limit ${LIST_MAX}`);
  const judges = access.can("appraisal.manage") || !seesAllSheets(access);
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    mayDecide: judges && row.state === "proposed" && row.byId !== access.memberId,
  }));
}
