import { z } from "zod";
import { LocalText } from "../../platform/text.ts";

/** S 具体, M 可衡量, A 可达成, R 相关, T 有时限; C is the card as a whole. */
export const LintLetter = z.enum(["S", "M", "A", "R", "T", "C"]);
export type LintLetter = z.infer<typeof LintLetter>;

/** `block` needs a reason before it may be published. */
export const LintLevel = z.enum(["pass", "warn", "block"]);
export type LintLevel = z.infer<typeof LintLevel>;

/** One thing the lint looked at, and how it found it. Its sentence and how to mend it are in `lint-texts.ts`, by code. */
export const Finding = z.object({
  letter: LintLetter,
  level: LintLevel,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), LocalText])),
  /** Where in the body it is to be mended. */
  path: z.array(z.union([z.string(), z.number()])),
  /** The page on which it is mended, when that is another one. */
  mend: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

type Params = Finding["params"];
type Path = Finding["path"];

export function warn(letter: LintLetter, code: string, path: Path = [], params: Params = {}, mend?: string): Finding {
  return { letter, level: "warn", code, params, path, mend: mend ?? null };
}

export function block(letter: LintLetter, code: string, path: Path = [], params: Params = {}, mend?: string): Finding {
  return { letter, level: "block", code, params, path, mend: mend ?? null };
}

export function pass(letter: LintLetter, code: string, params: Params = {}): Finding {
  return { letter, level: "pass", code, params, path: [], mend: null };
}

/** The worst level among findings; `pass` for none. */
export function worstLevel(findings: readonly Finding[]): LintLevel {
  return (["block", "warn"] as const).find((level) => findings.some((each) => each.level === level)) ?? "pass";
}

/** Points out of 100: a blocking finding costs 25, a warning 8. */
export function lintScore(findings: readonly Finding[]): number {
  const count = (level: LintLevel) => findings.filter((each) => each.level === level).length;
  return Math.max(0, 100 - 25 * count("block") - 8 * count("warn"));
}
