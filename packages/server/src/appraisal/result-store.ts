import { type Decision, type SheetResult, sheetResult } from "@dabiao/core/appraisal/sheet-result.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Bundle, readBundles } from "./bundle-store.ts";
import { type Cards, decisionOf, type ScoredPart, scoredParts } from "./scored-parts.ts";
import type { SheetRow } from "./sheet-store.ts";

export interface Decided {
  readonly source: "review" | "calibration" | "reconsideration";
  readonly by: string | null;
  readonly reason: string;
  /** The decision in force when left out. */
  readonly decision?: Decision;
}

export interface SavedResult {
  readonly sheet: SheetRow;
  readonly before: { readonly total: string | null; readonly grade: string | null };
  readonly after: { readonly total: string | null; readonly grade: string | null };
}

interface NewResult {
  readonly bundle: Bundle;
  readonly parts: readonly ScoredPart[];
  readonly decision: Decision;
  readonly result: SheetResult;
}

/**
 * Computes the results of sheets from what is kept, adds them to the results they had and puts them in force: a few
 * statements for all of them.
 */
export async function saveResults(
  trx: Trx,
  sheetIds: readonly string[],
  cards: Cards,
  decided: Decided,
): Promise<SavedResult[]> {
  const bundles = await readBundles(trx, sql`s.id = any(${sheetIds}::uuid[])`, sql`order by s.id`);
  const made = bundles.map((bundle): NewResult => {
    const decision = decided.decision ?? decisionOf(bundle);
    const parts = scoredParts(bundle, cards, bundle.lines);
    return { bundle, parts, decision, result: sheetResult(parts, decision) };
  });
  await insertResults(trx, made, decided);
  await putInForce(trx, made, decided);
  return made.map(({ bundle: { sheet }, result }) => ({
    sheet,
    before: { total: sheet.total, grade: sheet.grade },
    after: { total: result.total, grade: result.grade },
  }));
}

async function insertResults(trx: Trx, made: readonly NewResult[], { source, by, reason }: Decided): Promise<void> {
  const of = <Value>(read: (each: NewResult) => Value) => made.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_result")}
      (id, sheet_id, at, source, by_member, raw, adjustment, decided_grade, total, grade, coefficient, parts, reason)
    select g.id, g.sheet, ${trx.now}::timestamptz, ${source}, ${by}::uuid, g.raw, g.adjustment, g.decided, g.total, g.grade,
      g.coefficient, g.parts::jsonb, ${reason}
    from unnest(${of(() => newId(trx.now))}::uuid[], ${of(({ bundle }) => bundle.sheet.id)}::uuid[],
      ${of(({ result }) => result.raw)}::numeric[], ${of(({ decision }) => decision.adjustment.toFixed())}::numeric[],
      ${of(({ decision }) => decision.grade)}::text[], ${of(({ result }) => result.total)}::numeric[],
      ${of(({ result }) => result.grade)}::text[], ${of(({ result }) => result.coefficient)}::numeric[],
      ${of(({ parts }) => JSON.stringify(parts.map(kept)))}::text[])
      as g (id, sheet, raw, adjustment, decided, total, grade, coefficient, parts)`);
}

/** Points and weights of every line, by part: how the total came about. */
function kept({ part, score }: ScoredPart) {
  const lines = Object.entries(score.items).map(([item, { points, effectiveWeight, weighted }]) => ({
    item,
    given: points,
    weight: effectiveWeight,
    points: weighted,
  }));
  return { part: part.id, card: part.card, raw: score.raw, total: score.total, lines };
}

async function putInForce(trx: Trx, made: readonly NewResult[], { source }: Decided): Promise<void> {
  const of = <Value>(read: (each: NewResult) => Value) => made.map(read);
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} s set total = g.total, grade = g.grade,
      coefficient = g.coefficient, source = ${source}, missing = g.missing, version = s.version + 1,
      flags = (select coalesce(array_agg(f.value), '{}') from jsonb_array_elements_text(g.flags::jsonb) f)
    from unnest(${of(({ bundle }) => bundle.sheet.id)}::uuid[], ${of(({ result }) => result.total)}::numeric[],
      ${of(({ result }) => result.grade)}::text[], ${of(({ result }) => result.coefficient)}::numeric[],
      ${of(({ parts }) => parts.reduce((all, { score }) => all + score.blockers.length, 0))}::integer[],
      ${of((each) => JSON.stringify(flagsOf(each)))}::text[]) as g (id, total, grade, coefficient, missing, flags)
    where s.id = g.id`);
}

function flagsOf({ bundle, result }: NewResult): string[] {
  const corrected = bundle.proposals.some(
    ({ state, kind }) => state === "approved" && (kind === "score" || kind === "actual"),
  );
  return [
    ...bundle.sheet.flags.filter((flag) => flag !== "vetoed" && flag !== "overridden"),
    ...(result.vetoed ? ["vetoed"] : []),
    ...(corrected ? ["overridden"] : []),
  ];
}

/** A decision with another grade, more or fewer points. */
export function decisionWith(
  before: Decision,
  change: { readonly grade?: string | undefined; readonly adjustment?: string | undefined },
): Decision {
  return {
    adjustment: change.adjustment === undefined ? before.adjustment : decimal(change.adjustment),
    grade: change.grade ?? before.grade,
  };
}
