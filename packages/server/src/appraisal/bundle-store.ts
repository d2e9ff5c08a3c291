import type { LineFacts } from "@dabiao/core/appraisal/part-score.ts";
import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { PartFacts } from "./facts.ts";
import { type PartRow, readParts, readSheets, type SheetRow } from "./sheet-store.ts";

/** A measured line as it was frozen. */
export interface LineRow {
  readonly partId: string;
  readonly item: string;
  readonly inputs: LineFacts;
}

export interface RatingRow {
  readonly sheetId: string;
  readonly partId: string;
  readonly item: string;
  readonly raterId: string;
  readonly role: RaterRole;
  readonly choice: string | null;
  readonly points: string | null;
  readonly comment: string;
  readonly at: Date;
  readonly submitted: boolean;
}

export interface ProposalRow {
  readonly id: string;
  readonly sheetId: string;
  readonly partId: string;
  readonly kind: "actual" | "score" | "waive" | "bonus" | "penalty" | "veto";
  readonly item: string;
  readonly value: string | null;
  readonly reason: string;
  readonly byMember: string;
  readonly at: Date;
  readonly state: "proposed" | "approved" | "refused";
  readonly decidedBy: string | null;
}

export interface ResultRow {
  readonly id: string;
  readonly sheetId: string;
  readonly at: Date;
  readonly source: "review" | "calibration" | "reconsideration";
  readonly byMember: string | null;
  readonly raw: string | null;
  readonly adjustment: string;
  readonly decidedGrade: string | null;
  readonly total: string | null;
  readonly grade: string | null;
  readonly reason: string;
}

/** A sheet with everything its score is made of. */
export interface Bundle {
  readonly sheet: SheetRow;
  readonly parts: readonly PartRow[];
  /** Frozen lines by part; a part without any is not frozen. */
  readonly lines: ReadonlyMap<string, PartFacts>;
  readonly ratings: readonly RatingRow[];
  readonly proposals: readonly ProposalRow[];
  /** Oldest first. */
  readonly results: readonly ResultRow[];
}

/** Sheets under the alias `s` with all they are made of, in a fixed number of queries. */
export async function readBundles(on: Runner, where: Sql, tail: Sql = sql``, withSnapshot = false): Promise<Bundle[]> {
  const sheets = await readSheets(on, where, tail, withSnapshot);
  if (sheets.length === 0) return [];
  const ids = sheets.map(({ id }) => id);
  const table = (name: string) => ident(on.schema, name);
  const mine = sql`sheet_id = any(${ids}::uuid[])`;
  const parts = await readParts(on, sql`s.id = any(${ids}::uuid[])`);
  const lines = await on.rows<LineRow>(sql`select l.part_id as "partId", l.item, l.inputs
    from ${table("appraisal_line")} l join ${table("appraisal_part")} p on p.id = l.part_id
    where p.${mine} order by l.part_id, l.item`);
  const ratings = await on.rows<RatingRow>(sql`select p.sheet_id as "sheetId", r.part_id as "partId", r.item,
      r.rater_id as "raterId", r.role, r.choice, r.points::text, r.comment, r.at, r.submitted
    from ${table("appraisal_rating")} r join ${table("appraisal_part")} p on p.id = r.part_id
    where p.${mine} order by r.at, r.part_id, r.item, r.rater_id`);
  const proposals = await on.rows<ProposalRow>(sql`select id, sheet_id as "sheetId", part_id as "partId", kind, item,
      value::text, reason, by_member as "byMember", at, state, decided_by as "decidedBy"
    from ${table("appraisal_proposal")} where ${mine} order by at, id`);
  const results = await on.rows<ResultRow>(sql`select id, sheet_id as "sheetId", at, source, by_member as "byMember",
      raw::text, adjustment::text, decided_grade as "decidedGrade", total::text, grade, reason
    from ${table("appraisal_result")} where ${mine} order by at, id`);
  const by = <Row extends { sheetId: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ sheetId }) => sheetId);
  const [ofParts, ofRatings, ofProposals, ofResults] = [by(parts), by(ratings), by(proposals), by(results)];
  const ofLines = Map.groupBy(lines, ({ partId }) => partId);
  return sheets.map((sheet) => {
    const own = ofParts.get(sheet.id) ?? [];
    return {
      sheet,
      parts: own,
      lines: new Map(
        own.flatMap(({ id, gates }): [string, PartFacts][] =>
          gates === null ? [] : [[id, { gates, lines: (ofLines.get(id) ?? []).map(({ inputs }) => inputs) }]],
        ),
      ),
      ratings: ofRatings.get(sheet.id) ?? [],
      proposals: ofProposals.get(sheet.id) ?? [],
      results: ofResults.get(sheet.id) ?? [],
    };
  });
}
