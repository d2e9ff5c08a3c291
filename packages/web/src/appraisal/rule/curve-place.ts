import type { CurveFrame, CurvePoint } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";

export const WIDTH = 480;
export const HEIGHT = 260;
/** The inside of the drawing; the rest is for the axes' words. */
export const PLOT = { left: 44, right: 464, top: 32, bottom: 224 } as const;

/** Where numbers stand in the drawing. */
export interface CurvePlace {
  readonly x: (value: Decimal) => number;
  readonly y: (value: Decimal) => number;
}

export function placeOn({ least, most, top }: CurveFrame): CurvePlace {
  const width = most.minus(least).toNumber() || 1;
  const height = top.toNumber() || 1;
  return {
    x: (value) => PLOT.left + (value.minus(least).toNumber() / width) * (PLOT.right - PLOT.left),
    y: (value) => PLOT.bottom - (Math.max(0, value.toNumber()) / height) * (PLOT.bottom - PLOT.top),
  };
}

/** What stands at a place of the drawing, kept inside it. */
export function valueOn({ least, most, top }: CurveFrame, x: number, y: number): { x: Decimal; y: Decimal } {
  const along = share((x - PLOT.left) / (PLOT.right - PLOT.left));
  const up = share((PLOT.bottom - y) / (PLOT.bottom - PLOT.top));
  return { x: least.plus(most.minus(least).times(along)), y: top.times(up) };
}

/** The curve as one line, broken where the rule says nothing. */
export function linePath(points: readonly CurvePoint[], place: CurvePlace): string {
  let pen = "M";
  return points
    .map(({ x, y }) => {
      if (y === null) {
        pen = "M";
        return "";
      }
      const step = `${pen}${place.x(x).toFixed(1)} ${place.y(y).toFixed(1)}`;
      pen = "L";
      return step;
    })
    .join("");
}

function share(part: number): Decimal {
  return decimal(Math.min(1, Math.max(0, part)).toFixed(4));
}
