import { cardFor } from "@dabiao/core/appraisal/card-for.ts";
import type { listCards, listSheets } from "@dabiao/core/appraisal/contract.ts";
import { scorecardKind } from "@dabiao/core/appraisal/scorecard-kind.ts";
import type { SheetCard } from "@dabiao/core/appraisal/sheet.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import type { BodyOf, ResultOf } from "@dabiao/core/platform/contract.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { readBundles } from "./bundle-store.ts";
import { readCards } from "./cycle-store.ts";
import { namesOf, readStays, unitNames } from "./people-store.ts";
import type { Room } from "./room.ts";
import type { Cards } from "./scored-parts.ts";
import { seesAllSheets, visibleSheets } from "./sheet-rights.ts";
import { sheetCard } from "./sheet-view.ts";

/** Before their results are opened, people see no marks of their own in lists either. */
const OPENED = sql`s.state in ('published', 'confirming', 'confirmed', 'expired', 'appealed', 'archived')`;

/** Sheets one may see, by name or by score. */
export async function querySheets(room: Room, query: BodyOf<typeof listSheets>): Promise<Page<SheetCard>> {
  const { ws, access } = room;
  const conditions: Sql[] = [visibleSheets(ws, access)];
  const table = (name: string) => ident(ws.schema, name);
  const part = (condition: Sql) =>
    sql`exists (select from ${table("appraisal_part")} p where p.sheet_id = s.id and ${condition})`;
  if (query.cycle) conditions.push(sql`s.cycle_id = ${query.cycle}::uuid`);
  if (query.member) conditions.push(sql`s.member_id = ${query.member}::uuid`);
  if (query.states) conditions.push(sql`s.state = any(${query.states}::text[])`);
  const byMarks = query.grades !== undefined || query.order === "total";
  if (byMarks && access.memberId !== null) conditions.push(sql`(s.member_id <> ${access.memberId}::uuid or ${OPENED})`);
  if (query.grades) conditions.push(sql`s.grade = any(${query.grades}::text[])`);
  if (query.card) conditions.push(part(sql`p.card_key = ${query.card}`));
  if (query.unit)
    conditions.push(
      part(sql`p.unit_id in (select u.unit_id from ${table("unit_path")} u where u.ancestor_id = ${query.unit}::uuid
        and u.from_day < p.to_day and (u.to_day is null or u.to_day >= p.to_day))`),
    );
  const { cursor, limit } = query.page;
  const order = query.order === "total" ? sql`coalesce(s.total, -1000000) desc` : sql`m.pinyin`;
  if (cursor) {
    const [value, id] = readCursor(cursor, 2);
    conditions.push(
      query.order === "total"
        ? sql`(-coalesce(s.total, -1000000), s.id) > (-${String(value)}::numeric, ${String(id)}::uuid)`
        : sql`(m.pinyin, s.id) > (${String(value)}, ${String(id)}::uuid)`,
    );
  }
  const keys = await ws.rows<{ id: string; sort: string }>(sql`
    select s.id, ${query.order === "total" ? sql`coalesce(s.total, -1000000)::text` : sql`m.pinyin`} as sort
    from ${table("appraisal_sheet")} s join ${table("member")} m on m.id = s.member_id
    where ${and(conditions)} order by ${order}, s.id limit ${limit + 1}`);
  const page = pageOf(keys, limit, ({ sort, id }) => [sort, id]);
  return {
    items: await sheetCards(
      room,
      page.items.map(({ id }) => id),
    ),
    next: page.next,
  };
}

/** Cards of sheets in the order of their ids as given. */
export async function sheetCards({ ws, access }: Room, ids: readonly string[]): Promise<SheetCard[]> {
  if (ids.length === 0) return [];
  const bundles = await readBundles(ws, sql`s.id = any(${ids}::uuid[])`);
  const cards = new Map<string, Cards>();
  for (const cycle of new Set(bundles.map(({ sheet }) => sheet.cycleId))) cards.set(cycle, await readCards(ws, cycle));
  const names = await namesOf(
    ws,
    bundles.map(({ sheet }) => sheet.memberId),
  );
  const units = await unitNames(
    ws,
    bundles.flatMap(({ parts }) => parts.map(({ unitId }) => unitId)),
  );
  const opened = new Set(["published", "confirming", "confirmed", "expired", "appealed", "archived"]);
  const made = new Map(
    bundles.map((bundle) => {
      const card = sheetCard(bundle, names, units, cards.get(bundle.sheet.cycleId) ?? new Map());
      const closed = bundle.sheet.memberId === access.memberId && !opened.has(bundle.sheet.state);
      return [card.id, closed ? { ...card, total: null, grade: null, coefficient: null, source: null } : card];
    }),
  );
  return ids.flatMap((id) => made.get(id) ?? []);
}

/** Published cards with how many people each is for today; people are counted for who may see all. */
export async function cardsWithPeople({ ws, world, access, now }: Room): Promise<ResultOf<typeof listCards>> {
  const cards = world.list(scorecardKind);
  const today = dayAt(now, ws.zone);
  const stays = seesAllSheets(access) ? await readStays(ws, { start: today, end: addDays(today, 1) }) : [];
  const counts = Map.groupBy(stays, (stay) => cardFor(cards, stay)?.key ?? null);
  return {
    cards: cards.map(({ key, body }) => ({
      key,
      label: body.label,
      grain: body.grain,
      calendar: body.calendar,
      people: counts.get(key)?.length ?? 0,
    })),
    without: counts.get(null)?.length ?? 0,
  };
}
