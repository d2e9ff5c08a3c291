import { type Decimal, decimal } from "../../numbers/decimal.ts";
import type { Attain } from "./attain.ts";

/**
 * The actual whose attainment is `r`: `attainmentOf` turned round, so that a share of the target has its place on the axis
 * of actuals. Of `closest`, the one below the target.
 *
 * @source SPEC.md S-05, S-06
 */
export function actualAt({ formula, start }: Attain, r: Decimal, target: Decimal): Decimal {
  const scale = target.isZero() ? decimal(1) : target.abs();
  switch (formula) {
    case "up":
    case "closest":
      return target.plus(r.minus(1).times(scale));
    case "down":
      return target.minus(r.minus(1).times(scale));
    case "downRatio":
      return r.isZero() ? target.times(1000) : target.div(r);
    case "baseline": {
      const from = decimal(start ?? "0");
      return from.minus(r.times(from.minus(target)));
    }
  }
}
