import type { BatchAnswer, BatchRow, RowProblem, TargetBatch } from "@dabiao/core/goals/set-many.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";
import { Refusal, type RefusalParams } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { demandMaySet, type Planner, plannerOf } from "./goal-rights.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Place, placeName, placeOf } from "./place.ts";
import { postSheet } from "./post-sheet.ts";
import { before, explainByBuffer, raise } from "./raise.ts";
import { demandChangeable } from "./set-on-sheet.ts";
import { openSheet } from "./sheet.ts";
import { type SubjectState, subjectsState } from "./subject-state-store.ts";
import { demandThere } from "./subject-there.ts";
import { type WhoIs, whoIs } from "./who-store.ts";

interface ReadRow {
  readonly row: number;
  readonly place: Place;
  readonly amount: Decimal;
  readonly version: number | undefined;
}

/**
 * Sets a pasted or imported list of targets in one act. Every row is read on its own and a faulty one is told by a sentence;
 * what the rows leave between a parent and its children goes to the parents' buffers.
 *
 * @returns nothing is written when a row is faulty, unless faulty ones are to be skipped
 */
export async function setTargets(trx: Trx, access: Access, world: World, batch: TargetBatch): Promise<BatchAnswer> {
  const kpi = openKpi(world, batch.kpi);
  const planner = await plannerOf(trx, access, trx.now);
  const find = await whoIs(
    trx,
    batch.rows.flatMap(({ who }) => who ?? []),
  );
  const problems: RowProblem[] = [];
  const subjects = batch.rows.map((row) => row.subject ?? only(find, row.who ?? ""));
  const ids = subjects.flatMap((subject) => (subject && subject.kind !== "company" ? subject.id : []));
  const states = await subjectsState(trx, ids);
  const read = batch.rows.flatMap((row, index): ReadRow[] => {
    try {
      return [readRow(kpi, access, planner, row, index, find, states)];
    } catch (error) {
      problems.push(problemOf(index, error));
      return [];
    }
  });
  const rows = withoutTwins(read, problems);
  await openBook(trx, kpi.key);
  const sheet = openSheet(trx, kpi);
  await sheet.load(rows.map(({ place }) => place));
  const open = rows.filter(({ row, place, amount, version }) => {
    try {
      demandChangeable(sheet.standing(place), version, amount);
      return true;
    } catch (error) {
      problems.push(problemOf(row, error));
      return false;
    }
  });
  const changed = open.filter(({ place, amount }) => {
    const { version, amount: now } = sheet.standing(place);
    return version === 0 || !now.eq(amount);
  });
  const answer = {
    unchanged: open.length - changed.length,
    problems: problems.sort((a, b) => a.row - b.row),
    subjects,
  };
  if (problems.length > 0 && !batch.skipFaulty) return { postingId: null, written: 0, ...answer };
  const was = before(
    sheet,
    changed.map(({ place }) => place),
  );
  for (const { place, amount } of changed) raise(sheet, place, amount.minus(sheet.standing(place).amount));
  explainByBuffer(sheet, was);
  const postingId = await postSheet(trx, access, sheet, {
    kind: "batch",
    reason: batch.reason,
    inputs: { rows: batch.rows.length, skipped: problems.length },
  });
  return { postingId, written: changed.length, ...answer };
}

function only(find: WhoIs, who: string): Subject | null {
  const found = find(who);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function readRow(
  kpi: OpenKpi,
  access: Access,
  planner: Planner,
  row: BatchRow,
  index: number,
  find: WhoIs,
  states: ReadonlyMap<string, SubjectState>,
): ReadRow {
  const subject = row.subject ?? theOne(find, row.who ?? "");
  const period = periodIn(kpi, row.period);
  const place = placeOf(subject, period, row.slice);
  demandThere(place.kind, states.get(place.id), period, row.who ?? place.id);
  demandMaySet(access, planner, place);
  const amount = amountOf(row.amount);
  demandStep(kpi, amount);
  return { row: index, place, amount, version: row.version };
}

function theOne(find: WhoIs, who: string): Subject {
  const found = find(who);
  const [first] = found;
  if (!first) throw new Refusal("target_who_unknown", { who });
  if (found.length > 1) throw new Refusal("target_who_many", { who, count: found.length });
  return first;
}

/** @throws Refusal `target_amount_unread` */
function amountOf(text: string): Decimal {
  if (/^-?\d{1,30}(\.\d{1,12})?$/.test(text)) return decimal(text);
  const parsed = parseNumber(text);
  if (parsed.kind === "issue" || parsed.unit.kind === "percent")
    throw new Refusal("target_amount_unread", { amount: text });
  return parsed.value;
}

/** Of two rows about one place the first counts, and the other is told. */
function withoutTwins(rows: readonly ReadRow[], problems: RowProblem[]): ReadRow[] {
  const first = new Map<string, number>();
  return rows.filter(({ row, place }) => {
    const name = placeName(place);
    const twin = first.get(name);
    if (twin !== undefined) problems.push({ row, code: "target_row_twice", params: { row: twin + 1 } });
    else first.set(name, row);
    return twin === undefined;
  });
}

function problemOf(row: number, error: unknown): RowProblem {
  if (!(error instanceof Refusal)) throw error;
  const params: RefusalParams = error.params;
  return { row, code: error.code, params: { ...params } };
}
