/** As names are compared: width folded, case folded, nothing but letters and digits. */
export function bareName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The candidates that a misspelt value may mean, best first; nothing when none is near.
 * Same letters without blanks and signs count as equal (`GTXPro`, `GTX Pro`); otherwise at most a quarter of the
 * letters may differ (`technolgy`, `technology`).
 *
 * @param most how many to give
 */
export function nearest(value: string, candidates: readonly string[], most = 3): string[] {
  const wanted = bareName(value);
  if (wanted === "") return [];
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, bareName(candidate), limit) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour (optimal string alignment).
 * Gives `limit + 1` as soon as it must be more.
 */
export function distance(a: string, b: string, limit: number): number {
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const changed = (last[j] ?? 0) + (letter === other ? 0 : 1);
      const best = Math.min(changed, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other;
      row.push(swapped ? Math.min(best, (before[j - 1] ?? 0) + 1) : best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[to.length] ?? 0;
}
