import { cardLintTexts } from "./card-texts.ts";
import { kpiLintTexts } from "./kpi-texts.ts";
import type { LintText } from "./lint-text.ts";
import { targetLintTexts } from "./target-texts.ts";

/** The sentences of every finding, by code. */
export const lintTexts: Readonly<Record<string, LintText>> = { ...kpiLintTexts, ...targetLintTexts, ...cardLintTexts };
