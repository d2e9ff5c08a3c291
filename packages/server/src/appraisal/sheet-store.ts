import type { SheetState } from "@dabiao/core/appraisal/cycle.ts";
import { Interview } from "@dabiao/core/appraisal/sheet.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Participant } from "./participants.ts";
import "./tables.ts";

/** A sheet's own row. */
export interface SheetRow {
  readonly id: string;
  readonly cycleId: string;
  readonly memberId: string;
  readonly state: SheetState;
  readonly stateAt: Date;
  readonly dueOn: string | null;
  readonly exempt: string | null;
  readonly goalImposed: boolean;
  readonly late: boolean;
  readonly partsByHand: boolean;
  readonly total: string | null;
  readonly grade: string | null;
  readonly coefficient: string | null;
  readonly source: "review" | "calibration" | "reconsideration" | null;
  readonly missing: number;
  readonly flags: readonly string[];
  readonly selfSummary: string | null;
  readonly comment: string | null;
  readonly interview: Interview | null;
  readonly snapshot: unknown;
  readonly hash: string | null;
  readonly version: number;
}

const COLUMNS = raw(`s.id, s.cycle_id as "cycleId", s.member_id as "memberId", s.state, s.state_at as "stateAt",
  s.due_on as "dueOn", s.exempt, s.goal_imposed as "goalImposed", s.late, s.parts_by_hand as "partsByHand",
  s.total::text, s.grade, s.coefficient::text, s.source, s.missing, s.flags, s.self_summary as "selfSummary", s.comment,
  s.interview, s.hash, s.version`);

/** Sheets under the alias `s`; the archived snapshot is read only where it is wanted. */
export async function readSheets(on: Runner, where: Sql, tail: Sql, withSnapshot = false): Promise<SheetRow[]> {
  const snapshot = withSnapshot ? raw(", s.snapshot") : raw(", null as snapshot");
  const rows = await on.rows<SheetRow>(sql`select ${COLUMNS}${snapshot} from ${ident(on.schema, "appraisal_sheet")} s
    join ${ident(on.schema, "member")} m on m.id = s.member_id where ${where} ${tail}`);
  return rows.map((row) => ({ ...row, interview: row.interview === null ? null : Interview.parse(row.interview) }));
}

/** @throws Refusal `not_found` */
export async function readSheet(on: Runner, id: string, visible: Sql = sql`true`): Promise<SheetRow> {
  const [row] = await readSheets(on, sql`s.id = ${id}::uuid and ${visible}`, sql``, true);
  if (!row) throw new Refusal("not_found", { what: "sheet" });
  return row;
}

/** The sheet, which nobody else changes until the transaction ends. */
export async function lockSheet(trx: Trx, id: string, visible: Sql = sql`true`): Promise<SheetRow> {
  await trx.rows(sql`select 1 from ${ident(trx.schema, "appraisal_sheet")} where id = ${id}::uuid for update`);
  return await readSheet(trx, id, visible);
}

/** @throws Refusal `sheet_state` */
export function demandState(sheet: Pick<SheetRow, "state">, ...states: readonly SheetState[]): void {
  if (!states.includes(sheet.state)) throw new Refusal("sheet_state", { state: sheet.state });
}

/** Whether a sheet came to calibration without a total: what is missing may still be given. */
export function isLate({ state, total }: Pick<SheetRow, "state" | "total">): boolean {
  return state === "calibrating" && total === null;
}

export async function touchSheet(trx: Trx, id: string, set: Partial<Record<string, unknown>>): Promise<void> {
  const { version: _version, ...columns } = set;
  await trx.tables
    .updateTable("appraisal_sheet")
    .set((eb) => ({ ...columns, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/**
 * Makes the sheets and parts of a cycle from who takes part: new ones are added, parts made anew, people who no longer
 * take part withdrawn. What HR set by hand stays.
 */
export async function syncSheets(
  trx: Trx,
  cycleId: string,
  people: readonly Participant[],
  state: SheetState,
): Promise<void> {
  const table = (name: string) => ident(trx.schema, name);
  const of = <Value>(read: (each: Participant) => Value) => people.map(read);
  await trx.rows(sql`insert into ${table("appraisal_sheet")} (id, cycle_id, member_id, state, state_at, exempt)
    select g.id, ${cycleId}::uuid, g.member, g.state, ${trx.now}::timestamptz, g.exempt
    from unnest(${of(() => newId(trx.now))}::uuid[], ${of(({ memberId }) => memberId)}::uuid[],
      ${of(({ withdrawn }) => (withdrawn ? "withdrawn" : state))}::text[], ${of(({ exempt }) => exempt)}::text[])
      as g (id, member, state, exempt)
    on conflict on constraint appraisal_sheet_once do update set exempt = excluded.exempt,
      state = case when excluded.state = 'withdrawn' then 'withdrawn' else appraisal_sheet.state end
      where not appraisal_sheet.parts_by_hand`);
  await trx.rows(sql`update ${table("appraisal_sheet")} set state = 'withdrawn' where cycle_id = ${cycleId}::uuid
    and not parts_by_hand and member_id <> all(${of(({ memberId }) => memberId)}::uuid[])`);
  await syncParts(trx, cycleId, people);
}

/** Only parts that changed are made anew; what was put on record for them goes over to those that take their place. */
async function syncParts(trx: Trx, cycleId: string, people: readonly Participant[]): Promise<void> {
  const table = (name: string) => ident(trx.schema, name);
  const sheets = new Map(
    (
      await trx.rows<{ id: string; member: string }>(sql`select id, member_id as member from ${table("appraisal_sheet")}
        where cycle_id = ${cycleId}::uuid and not parts_by_hand`)
    ).map(({ id, member }) => [member, id]),
  );
  const standing = await readParts(trx, sql`s.cycle_id = ${cycleId}::uuid and not s.parts_by_hand`);
  const bySheet = Map.groupBy(standing, ({ sheetId }) => sheetId);
  const changed = people.flatMap(({ memberId, parts }) => {
    const sheetId = sheets.get(memberId);
    const old = bySheet.get(sheetId ?? "") ?? [];
    return sheetId === undefined || sameParts(old, parts) ? [] : [{ sheetId, parts, old: old.map(({ id }) => id) }];
  });
  const old = changed.flatMap((each) => each.old);
  await insertParts(
    trx,
    changed.flatMap(({ sheetId, parts }) => parts.map((part) => ({ sheetId, ...part }))),
  );
  await trx.rows(sql`update ${table("appraisal_proposal")} o set part_id = (
      select n.id from ${table("appraisal_part")} n join ${table("appraisal_part")} w on w.id = o.part_id
      where n.sheet_id = o.sheet_id and n.id <> all(${old}::uuid[]) order by n.card_key = w.card_key desc, n.from_day desc, n.id limit 1)
    where o.part_id = any(${old}::uuid[])`);
  await trx.rows(sql`delete from ${table("appraisal_part")} where id = any(${old}::uuid[])`);
}

function sameParts(old: readonly PartRow[], parts: Participant["parts"]): boolean {
  const name = (part: Pick<PartRow, "card" | "unitId" | "from" | "to" | "leaders">, weight: string) =>
    [part.card, part.unitId, part.from, part.to, weight, ...part.leaders].join("/");
  const was = old.map((part) => name(part, part.weight));
  return was.length === parts.length && parts.every((part) => was.includes(name(part, part.weight.toFixed())));
}

export async function insertParts(
  trx: Trx,
  parts: readonly (Participant["parts"][number] & { readonly sheetId: string })[],
): Promise<void> {
  const of = <Value>(read: (each: (typeof parts)[number]) => Value) => parts.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_part")}
      (id, sheet_id, card_key, unit_id, from_day, to_day, share, weight, leaders)
    select g.id, g.sheet, g.card, g.unit, g.from_day, g.to_day, g.share, g.weight,
      (select coalesce(array_agg(l.value::uuid), '{}') from jsonb_array_elements_text(g.leaders::jsonb) l)
    from unnest(${of(() => newId(trx.now))}::uuid[], ${of(({ sheetId }) => sheetId)}::uuid[], ${of(({ card }) => card)}::text[],
      ${of(({ unitId }) => unitId)}::uuid[], ${of(({ from }) => from)}::date[], ${of(({ to }) => to)}::date[],
      ${of(({ share }) => share.toFixed())}::numeric[], ${of(({ weight }) => weight.toFixed())}::numeric[],
      ${of(({ leaders }) => JSON.stringify(leaders))}::text[])
      as g (id, sheet, card, unit, from_day, to_day, share, weight, leaders)`);
}

export interface PartRow {
  readonly id: string;
  readonly sheetId: string;
  readonly memberId: string;
  readonly card: string;
  readonly unitId: string | null;
  readonly from: string;
  readonly to: string;
  readonly share: string;
  readonly weight: string;
  readonly leaders: readonly string[];
  readonly gates: Readonly<Record<string, string | null>> | null;
}

/** Parts of sheets under the alias `s`, in order of days. */
export async function readParts(on: Runner, where: Sql): Promise<PartRow[]> {
  return await on.rows<PartRow>(sql`
    select p.id, p.sheet_id as "sheetId", s.member_id as "memberId", p.card_key as card, p.unit_id as "unitId",
      p.from_day as "from", p.to_day as "to", p.share::text, p.weight::text, p.leaders, p.gates
    from ${ident(on.schema, "appraisal_part")} p join ${ident(on.schema, "appraisal_sheet")} s on s.id = p.sheet_id
    where ${where} order by s.id, p.from_day, p.id`);
}

export async function logEvent(
  trx: Trx,
  event: { cycleId: string; sheetId?: string; by: string | null; kind: string; detail: object },
): Promise<string> {
  const id = newId(trx.now);
  const { cycleId, sheetId = null, by, kind, detail } = event;
  await trx.tables
    .insertInto("appraisal_event")
    .values({
      id,
      cycle_id: cycleId,
      sheet_id: sheetId,
      at: trx.now,
      by_member: by,
      kind,
      detail: JSON.stringify(detail),
    })
    .execute();
  return id;
}
