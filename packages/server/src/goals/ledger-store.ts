import type { Axis, ChildRule } from "@dabiao/core/goals/child-rule.ts";
import { type Decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type OpenBook, openBook, turnPage } from "./book-store.ts";
import { keepFrames } from "./frame-store.ts";
import type { Place } from "./place.ts";
import type { Account, TargetPostingRow } from "./tables.ts";

export interface Posting {
  readonly kpi: string;
  readonly kind: TargetPostingRow["kind"];
  readonly reason: string;
  readonly byMember: string | null;
  /** What it was computed from. */
  readonly inputs: object;
  /** From which day it counts; the whole period when left out. */
  readonly from?: string | null;
  /** The published version it is. */
  readonly plan?: { readonly period: string; readonly version: number };
}

/** One subject's amounts of an account over a list of periods; null where it is not touched. */
export interface Line {
  readonly of: Pick<Place, "kind" | "id" | "slice">;
  readonly account: Account;
  readonly periods: readonly string[];
  /** Whole numbers of the last decimal place: `12345` is 123.45 where `places` is 2. A year has a million of them. */
  readonly amounts: readonly (bigint | null)[];
  readonly places: number;
}

/** A line of decimals. */
export function lineOf(
  of: Line["of"],
  account: Account,
  periods: readonly string[],
  amounts: readonly (Decimal | null)[],
): Line {
  const places = amounts.reduce((most, amount) => Math.max(most, amount?.decimalPlaces() ?? 0), 0);
  const whole = (amount: Decimal) => BigInt(amount.toFixed(places).replace(".", ""));
  return { of, account, periods, places, amounts: amounts.map((amount) => amount && whole(amount)) };
}

/** From now on every subject × period hands down along the axis to these children. */
export interface NewSplit {
  readonly axis: Axis;
  readonly slice: string;
  readonly subjects: readonly string[];
  readonly periods: readonly string[];
  readonly children: readonly string[];
  readonly rule: ChildRule;
  readonly method: object;
}

/**
 * Writes one act whose lines sum to zero. What was there is never touched.
 *
 * @param lines many of one list of periods should share the very array: it is looked up once
 * @returns the posting's id
 */
export async function postLines(
  trx: Trx,
  posting: Posting,
  lines: readonly Line[],
  splits: readonly NewSplit[] = [],
): Promise<string> {
  demandBalance(lines);
  const book = await openBook(trx, posting.kpi);
  const id = newId(trx.now);
  await insertPosting(trx, id, book, posting);
  await insertLines(trx, id, book, lines);
  await insertSplits(trx, id, book, splits);
  await turnPage(trx, book);
  return id;
}

/** A bug would otherwise be found months later, in somebody's target. */
function demandBalance(lines: readonly Line[]): void {
  const totals = new Map<number, bigint>();
  for (const { amounts, places } of lines) {
    let total = totals.get(places) ?? 0n;
    for (const amount of amounts) if (amount !== null) total += amount;
    totals.set(places, total);
  }
  const finest = Math.max(0, ...totals.keys());
  let all = 0n;
  for (const [places, total] of totals) all += total * 10n ** BigInt(finest - places);
  if (all !== 0n) throw new Error("the lines of a posting do not sum to zero");
}

async function insertPosting(trx: Trx, id: string, book: OpenBook, posting: Posting): Promise<void> {
  await trx.tables
    .insertInto("target_posting")
    .values({
      id,
      at: book.at,
      by_member: posting.byMember,
      kpi: posting.kpi,
      kind: posting.kind,
      reason: posting.reason,
      inputs: JSON.stringify(posting.inputs),
      number: book.number,
      from_day: posting.from ?? null,
      plan_period: posting.plan?.period ?? null,
      plan_version: posting.plan?.version ?? null,
    })
    .execute();
}

/** Lines sent at once: the next ones are written as text while PostgreSQL reads these. */
const CHUNK = 4_000;

async function insertLines(trx: Trx, id: string, book: OpenBook, lines: readonly Line[]): Promise<void> {
  const lists = [...new Set(lines.map(({ periods }) => periods))];
  const frames = new Map((await keepFrames(trx, lists)).map((frame, index) => [lists[index], frame]));
  let sent: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < lines.length; first += CHUNK) {
    const chunk = lines.slice(first, first + CHUNK);
    const of = <Value>(read: (line: Line) => Value) => chunk.map(read);
    const statement = sql`insert into ${ident(trx.schema, "target_line")}
        (posting_id, seq, at, kpi, subject_kind, subject_id, slice, account, frame_id, amounts)
      select ${id}::uuid, g.seq + ${first}::int, ${book.at}::timestamptz, ${book.kpi}, g.kind, g.subject, g.slice, g.account, g.frame, g.amounts::numeric[]
      from unnest(${of(({ of: { kind } }) => kind)}::text[], ${of(({ of: { id: subject } }) => subject)}::uuid[],
        ${of(({ of: { slice } }) => slice)}::text[], ${of(({ account }) => account)}::text[],
        ${of(({ periods }) => frames.get(periods))}::uuid[], ${of(numbersText)}::text[])
        with ordinality as g (kind, subject, slice, account, frame, amounts, seq)`;
    await sent;
    sent = trx.rows(statement);
  }
  await sent;
}

function numbersText({ amounts, places }: Line): string {
  const factor = 10 ** places;
  let text = "";
  for (const amount of amounts) {
    if (text !== "") text += ",";
    text += amount === null ? "NULL" : amountText(amount, places, factor);
  }
  return `{${text}}`;
}

function amountText(amount: bigint, places: number, factor: number): string {
  if (places === 0) return amount.toString();
  const whole = Number(amount);
  if (whole >= 0 && whole <= Number.MAX_SAFE_INTEGER) {
    const fraction = whole % factor;
    return `${(whole - fraction) / factor}.${String(fraction).padStart(places, "0")}`;
  }
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

async function insertSplits(trx: Trx, id: string, book: OpenBook, splits: readonly NewSplit[]): Promise<void> {
  if (splits.length === 0) return;
  const lists = splits.flatMap(({ subjects, periods, children }) => [subjects, periods, children]);
  const distinct = [...new Set(lists)];
  const frames = new Map((await keepFrames(trx, distinct)).map((frame, index) => [distinct[index], frame]));
  await trx.tables
    .insertInto("target_split")
    .values(
      splits.map((split, seq) => ({
        posting_id: id,
        seq,
        at: book.at,
        number: book.number,
        kpi: book.kpi,
        axis: split.axis,
        slice: split.slice,
        subjects_id: frames.get(split.subjects) ?? "",
        periods_id: frames.get(split.periods) ?? "",
        children_id: frames.get(split.children) ?? "",
        rule: split.rule.kind,
        k: split.rule.kind === "over" ? split.rule.k : "0",
        method: JSON.stringify(split.method),
      })),
    )
    .execute();
}

/** One amount on one account of a place. */
export interface Entry {
  readonly place: Place;
  readonly account: Account;
  readonly amount: Decimal;
  /** The first target of its place is written even when it is zero, because zero is a target and nothing is none. */
  readonly isFirst?: boolean;
}

/** Gathers entries into lines: one per subject, slice and account, over the periods it touches. */
export function linesOf(entries: readonly Entry[]): Line[] {
  const spots = new Map<string, { entry: Entry; amounts: Map<string, Decimal>; firsts: Set<string> }>();
  for (const entry of entries) {
    const { place, account, amount, isFirst = false } = entry;
    const key = `${place.kind} ${place.id} ${account} ${place.slice}`;
    const spot = spots.get(key) ?? { entry, amounts: new Map<string, Decimal>(), firsts: new Set<string>() };
    spot.amounts.set(place.period, (spot.amounts.get(place.period) ?? ZERO).plus(amount));
    if (isFirst) spot.firsts.add(place.period);
    spots.set(key, spot);
  }
  const lists = new Map<string, readonly string[]>();
  return [...spots.values()].flatMap(({ entry: { place, account }, amounts, firsts }) => {
    const touched = [...amounts].filter(([period, amount]) => !amount.isZero() || firsts.has(period));
    if (touched.length === 0) return [];
    touched.sort(([a], [b]) => (a < b ? -1 : 1));
    const names = touched.map(([period]) => period);
    const periods = lists.get(names.join()) ?? names;
    lists.set(names.join(), periods);
    return [
      lineOf(
        place,
        account,
        periods,
        touched.map(([, amount]) => amount),
      ),
    ];
  });
}
