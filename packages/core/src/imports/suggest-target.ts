import type { ColumnMapping, FileColumn, ImportTarget } from "./import.ts";
import { type MatchField, matchColumns } from "./match-columns.ts";
import { bareName, nearest } from "./similarity.ts";

/** Something a file's rows may become, by its names and fields. */
export interface TargetCandidate {
  readonly target: ImportTarget;
  readonly names: readonly string[];
  readonly fields: readonly MatchField[];
}

/**
 * What a file holds: by the name of its file or sheet first, then by how many of its columns find a field.
 *
 * @returns the best candidate with its columns matched, or undefined when there is no candidate at all
 */
export function suggestTarget(
  names: readonly string[],
  columns: readonly FileColumn[],
  candidates: readonly TargetCandidate[],
): { target: ImportTarget; columns: ColumnMapping[] } | undefined {
  const scored = candidates.map((candidate) => {
    const matched = matchColumns(columns, candidate.fields);
    const found = new Set(matched.flatMap(({ column, field }) => (field === null ? [] : [column]))).size;
    return { candidate, matched, score: found / Math.max(1, columns.length) + nameScore(names, candidate.names) };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best && { target: best.candidate.target, columns: best.matched };
}

function nameScore(given: readonly string[], known: readonly string[]): number {
  const bare = given.map((name) => bareName(name)).filter((name) => name !== "");
  if (bare.some((name) => known.some((each) => bareName(each) === name))) return 1;
  return bare.some((name) => name.length > 3 && nearest(name, known, 1).length > 0) ? 0.4 : 0;
}
