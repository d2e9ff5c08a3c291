import { AXES, type Axis, differenceOf, EXACT, isUnexplained, streetOf } from "@dabiao/core/goals/child-rule.ts";
import { type Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { OpenKpi } from "./kpi.ts";
import type { Entry, NewSplit } from "./ledger-store.ts";
import { type Place, placeName, subjectName } from "./place.ts";
import { childrenUnder, counts, type Edge, namedParents, type Split, splitOf, splitsAround } from "./split-store.ts";
import { NOTHING_STANDS, type Standing, standingsOf } from "./standing-store.ts";
import type { Account } from "./tables.ts";

/**
 * A working copy of the ledger: what is loaded is read once, edits are made on it, and the entries they come to are
 * written by one posting, or thrown away when it was only a preview or a draft.
 */
export interface Sheet {
  readonly kpi: OpenKpi;
  /** Makes places, their parents and how they hand down known. */
  load(places: readonly Place[]): Promise<void>;
  standing(place: Place): Standing;
  /** The same, or null for a place that was not loaded. */
  peek(place: Place): Standing | null;
  /** How places hand down after what was done on the sheet, the newest first. */
  readonly made: readonly Split[];
  split(place: Place, axis: Axis): Split | null;
  parents(place: Place): Edge[];
  children(place: Place, axis: Axis): Place[];
  /** Signed difference of a place along an axis; null when it never handed down or its children are independent. */
  difference(place: Place, axis: Axis): Decimal | null;
  unexplained(place: Place, axis: Axis): boolean;
  enter(place: Place, account: Account, amount: Decimal, isFirst?: boolean): void;
  handDown(split: NewSplit): void;
  lock(place: Place, locked: boolean): void;
  /** Does one edit; what it had done so far is taken back when it is refused. */
  attempt(work: () => Promise<void>): Promise<void>;
  readonly entries: readonly Entry[];
  readonly splits: readonly NewSplit[];
  readonly locks: readonly { place: Place; locked: boolean }[];
  /** Places whose target was changed on the sheet. */
  readonly changed: ReadonlySet<string>;
}

export function openSheet(on: Runner, kpi: OpenKpi, asOf: Date | null = null): Sheet {
  const standings = new Map<string, Standing>();
  const known = new Map<string, Split>();
  let splits: Split[] = [];
  const covered = new Set<string>();
  const entries: Entry[] = [];
  const newSplits: NewSplit[] = [];
  const locks: { place: Place; locked: boolean }[] = [];
  const changed = new Set<string>();
  let undo: (() => void)[] = [];

  async function load(places: readonly Place[]): Promise<void> {
    const parents = await loadSplits(places);
    // Whether a split of a parent still holds shows only beside the parent's other splits.
    await loadSplits(parents);
    await loadStandings([...places, ...parents]);
  }

  /** Reads the splits around places; answers the parents they name. */
  async function loadSplits(places: readonly Place[]): Promise<Place[]> {
    const fresh = places.filter((place) => !covered.has(placeName(place)));
    for (const place of fresh) covered.add(placeName(place));
    if (fresh.length > 0) {
      const subjects = [...new Set(fresh.map(subjectName))];
      const periods = [...new Set(fresh.map(({ period }) => period))];
      for (const split of await splitsAround(on, kpi.key, subjects, periods, asOf)) known.set(split.key, split);
      const posted = [...known.values()].filter(({ key }) => !key.startsWith("new/"));
      posted.sort((a, b) => b.number - a.number);
      splits = [...splits.filter(({ key }) => key.startsWith("new/")), ...posted];
    }
    const parents = new Map<string, Place>();
    for (const place of places)
      for (const { parent } of namedParents(splits, place)) parents.set(placeName(parent), parent);
    return [...parents.values()];
  }

  async function loadStandings(places: readonly Place[]): Promise<void> {
    const fresh = places.filter((place) => !standings.has(placeName(place)));
    if (fresh.length === 0) return;
    const slices = new Set(fresh.map(({ slice }) => slice));
    const [only = ""] = slices;
    const rows = await standingsOf(on, kpi.key, [...new Set(fresh.map(({ period }) => period))], {
      subjects: [...new Set(fresh.map(({ id }) => id))],
      slice: slices.size === 1 ? only : null,
      asOf,
    });
    for (const row of rows) if (!standings.has(placeName(row))) standings.set(placeName(row), row);
    for (const place of fresh)
      if (!standings.has(placeName(place))) standings.set(placeName(place), { ...place, ...NOTHING_STANDS });
  }

  function standing(place: Place): Standing {
    const found = standings.get(placeName(place));
    if (!found) throw new Error(`${placeName(place)} was not loaded`);
    return found;
  }

  function split(place: Place, axis: Axis): Split | null {
    return splitOf(splits, axis, place);
  }

  function parents(place: Place): Edge[] {
    return namedParents(splits, place).filter(({ parent, axis }) => {
      const holds = split(parent, axis);
      return holds !== null && counts(holds, place);
    });
  }

  function difference(place: Place, axis: Axis): Decimal | null {
    const holds = split(place, axis);
    if (!holds) return null;
    const { amount, handed, buffer } = standing(place);
    const all = handed[axis] ?? ZERO;
    return differenceOf(streetOf(holds.rule, amount, kpi.step), all.minus(buffer[axis]), buffer[axis]);
  }

  function stand(standing: Standing): void {
    const name = placeName(standing);
    const before = standings.get(name);
    undo.push(() => before && standings.set(name, before));
    standings.set(name, standing);
  }

  function enter(place: Place, account: Account, amount: Decimal, isFirst = false): void {
    if (amount.isZero() && !isFirst) return;
    entries.push({ place, account, amount, isFirst });
    undo.push(() => entries.pop());
    if (account === "plan") return;
    stand(entered(standing(place), account, amount));
    const name = placeName(place);
    if (account !== "target" || changed.has(name)) return;
    changed.add(name);
    undo.push(() => changed.delete(name));
  }

  function handDown(given: NewSplit): void {
    const before = splits;
    newSplits.push(given);
    undo.push(() => {
      newSplits.pop();
      splits = before;
    });
    const key = `new/${newSplits.length}`;
    const { axis, slice, rule } = given;
    const method = String((given.method as { kind?: unknown }).kind ?? "");
    const frames = {
      subjects: frameOf(given.subjects),
      periods: frameOf(given.periods),
      children: frameOf(given.children),
    };
    splits = [{ key, number: Number.MAX_SAFE_INTEGER, axis, slice, rule, method, ...frames }, ...splits];
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    undo = [];
    try {
      await work();
    } catch (error) {
      for (const back of undo.toReversed()) back();
      throw error;
    }
  }

  return {
    kpi,
    load,
    standing,
    peek: (place) => standings.get(placeName(place)) ?? null,
    get made() {
      return splits.filter(({ key }) => key.startsWith("new/"));
    },
    split,
    parents,
    difference,
    unexplained: (place, axis) => isUnexplained(split(place, axis)?.rule ?? EXACT, difference(place, axis)),
    children(place, axis) {
      const holds = split(place, axis);
      return holds ? childrenUnder(holds, place) : [];
    },
    enter,
    handDown,
    lock(place, locked) {
      locks.push({ place, locked });
      undo.push(() => locks.pop());
      stand({ ...standing(place), locked });
    },
    attempt,
    entries,
    splits: newSplits,
    locks,
    changed,
  };
}

function frameOf(names: readonly string[]): Split["children"] {
  return { id: "", names, places: new Map(names.map((name, place) => [name, place])) };
}

function entered(before: Standing, account: Account, amount: Decimal): Standing {
  if (account === "target") return { ...before, amount: before.amount.plus(amount), version: before.version + 1 };
  const axis = AXES.find((each) => account.endsWith(each));
  if (!axis) return before;
  if (account.startsWith("to_"))
    return { ...before, handed: { ...before.handed, [axis]: (before.handed[axis] ?? decimal(0)).minus(amount) } };
  return { ...before, buffer: { ...before.buffer, [axis]: before.buffer[axis].plus(amount) } };
}
