import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { shownNumber } from "../rule/shown-number.ts";

export interface ScoreLinesProps {
  readonly lines: readonly SheetLine[];
  readonly best?: { readonly item: string; readonly gain: string } | null;
  readonly frozen?: boolean;
  readonly onWhy: (item: string) => void;
}

/** A deduction takes away. */
export function signed({ kind, points }: SheetLine): string {
  if (points === null || kind === "scored" || decimal(points).isZero()) return shownNumber(points);
  return kind === "bonus" ? `+${shownNumber(points)}` : `−${shownNumber(decimal(points).abs())}`;
}

export function gainText({ gain }: SheetLine): string {
  return gain === null || decimal(gain).isZero() ? "" : `+${shownNumber(gain)}`;
}

export function isZero(points: string): boolean {
  return decimal(points).isZero();
}

/** The weight that counts now; of a line without a score, the one on the card. */
export function shownWeight({ state, weight, effectiveWeight }: SheetLine): string {
  return `${shownNumber(state === "scored" ? (effectiveWeight ?? weight) : weight)}%`;
}

/** 88 / 100; nothing where there are no points. */
export function shownGiven({ given, full }: SheetLine): string {
  return given === null ? shownNumber(null) : `${shownNumber(given)} / ${shownNumber(full)}`;
}
