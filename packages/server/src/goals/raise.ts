import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Place, placeName } from "./place.ts";
import type { Sheet } from "./sheet.ts";
import type { Edge } from "./split-store.ts";

/** Raises a target, and what its parents have handed down with it. */
export function raise(sheet: Sheet, place: Place, by: Decimal): void {
  const isFirst = sheet.standing(place).version === 0;
  if (by.isZero() && !isFirst) return;
  sheet.enter(place, "target", by, isFirst);
  sheet.enter(place, "plan", by.negated());
  for (const { parent, axis } of sheet.parents(place)) {
    sheet.enter(parent, `to_${axis}`, by.negated());
    sheet.enter(parent, "plan", by);
  }
}

/** Keeps an amount back, or gives it out again when negative. */
export function keepBack(sheet: Sheet, { parent, axis }: Edge, by: Decimal): void {
  sheet.enter(parent, `buffer_${axis}`, by);
  sheet.enter(parent, `to_${axis}`, by.negated());
}

/** How parents stood before an edit, so that only what the edit changed has to be explained. */
export interface Before {
  readonly edges: readonly Edge[];
  readonly differences: ReadonlyMap<string, Decimal | null>;
}

export function before(sheet: Sheet, places: readonly Place[]): Before {
  const edges = new Map<string, Edge>();
  for (const place of places) for (const edge of sheet.parents(place)) edges.set(edgeName(edge), edge);
  return {
    edges: [...edges.values()],
    differences: new Map([...edges].map(([name, { parent, axis }]) => [name, sheet.difference(parent, axis)])),
  };
}

export function edgeName({ parent, axis }: Edge): string {
  return `${axis} ${placeName(parent)}`;
}

/**
 * What an edit left unexplained becomes the parents' buffer: nothing is lost, and it can be seen (G-01). An edit that
 * brought a parent closer to its children needs none.
 */
export function explainByBuffer(sheet: Sheet, { edges, differences }: Before, except: readonly Edge[] = []): void {
  const spared = new Set(except.map(edgeName));
  for (const edge of edges) {
    const now = sheet.difference(edge.parent, edge.axis);
    const was = differences.get(edgeName(edge)) ?? decimal(0);
    if (now === null || spared.has(edgeName(edge)) || sheet.split(edge.parent, edge.axis)?.rule.kind === "under")
      continue;
    if (now.isZero() || (now.s === was.s && now.abs().lte(was.abs()))) continue;
    keepBack(sheet, edge, now.minus(was));
  }
}

/**
 * An edit may not leave a parent further from its children than it was.
 *
 * @throws Refusal `target_difference`
 */
export function refuseUnexplained(sheet: Sheet, { edges, differences }: Before): void {
  for (const edge of edges) {
    const now = sheet.difference(edge.parent, edge.axis);
    const was = differences.get(edgeName(edge)) ?? decimal(0);
    if (now === null || !sheet.unexplained(edge.parent, edge.axis) || now.abs().lt(was.abs()) || now.eq(was)) continue;
    throw new Refusal("target_difference", {
      period: edge.parent.period,
      axis: edge.axis,
      difference: now.toFixed(),
      subject: edge.parent.kind,
      subjectId: edge.parent.id,
    });
  }
}
