import { z } from "zod";
import { Decimal, decimal } from "../../numbers/decimal.ts";
import { DecimalString, Key, LocalText } from "../../platform/text.ts";
import { type GradeBand, worseGrade } from "./grade.ts";

/** What 一票否决 does. */
export const VetoEffect = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("zeroItem"), item: Key }),
  z.object({ kind: z.literal("zeroDimension"), dimension: Key }),
  z.object({ kind: z.literal("zeroTotal") }),
  z.object({ kind: z.literal("gradeCap"), grade: z.string().max(10) }),
  z.object({ kind: z.literal("coefficientCap"), coefficient: DecimalString }),
  z.object({ kind: z.literal("bonusZero") }),
]);
export type VetoEffect = z.infer<typeof VetoEffect>;

/** S-12: an event that overrides the score, with its effect. */
export const Veto = z.object({ key: Key, label: LocalText.optional(), effect: VetoEffect });
export type Veto = z.infer<typeof Veto>;

/** What several vetoes come to: each effect in full, of two caps the harder one. */
export interface VetoSum {
  readonly items: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
  readonly total: boolean;
  readonly bonus: boolean;
  readonly gradeCap: string | null;
  readonly coefficientCap: Decimal | null;
}

/** Independent of the order the vetoes are written in. @source SPEC.md S-12 */
export function sumVetoes(vetoes: readonly Veto[], bands: readonly GradeBand[]): VetoSum {
  const effects = vetoes.map(({ effect }) => effect);
  const grades = effects.flatMap((effect) => (effect.kind === "gradeCap" ? [effect.grade] : []));
  const caps = effects.flatMap((effect) => (effect.kind === "coefficientCap" ? [decimal(effect.coefficient)] : []));
  return {
    items: new Set(effects.flatMap((effect) => (effect.kind === "zeroItem" ? [effect.item] : []))),
    dimensions: new Set(effects.flatMap((effect) => (effect.kind === "zeroDimension" ? [effect.dimension] : []))),
    total: effects.some(({ kind }) => kind === "zeroTotal"),
    bonus: effects.some(({ kind }) => kind === "bonusZero"),
    gradeCap: grades.length === 0 ? null : grades.reduce((one, other) => worseGrade(one, other, bands)),
    coefficientCap: caps.length === 0 ? null : Decimal.min(...caps),
  };
}
