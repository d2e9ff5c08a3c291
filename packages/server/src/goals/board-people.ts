import type { BoardQuery } from "@dabiao/core/goals/board.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { namesOf, type Placed } from "./people-store.ts";

/** People on one screen: with fewer, a board comes whole. */
const FEW = 400;

/** Somebody's row: the unit it stands under, null for who has results here and belongs elsewhere. */
export interface BoardPerson {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
}

/** Whose rows a board shows, with people who have results here but belong elsewhere, such as after a transfer. */
export async function boardPeople(
  on: Runner,
  wanted: BoardQuery["people"],
  unit: string | null,
  placed: readonly Placed[],
  withResults: readonly string[],
): Promise<BoardPerson[]> {
  if (wanted === "none") return [];
  const known = new Set(placed.map(({ id }) => id));
  const guests = withResults.filter((id) => !known.has(id));
  const names = await namesOf(on, guests);
  const all = wanted === "all" || (wanted === "few" && placed.length + guests.length <= FEW);
  return [
    ...placed.filter(({ unitId }) => all || unitId === unit),
    ...guests.map((id) => ({ id, name: names.get(id) ?? "", unitId: null })),
  ];
}

/** How many people stand right below each unit. */
export function headcounts(placed: readonly Placed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { unitId } of placed) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
}
