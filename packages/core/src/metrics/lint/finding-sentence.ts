import { fillText, type Locale, localText } from "../../platform/text.ts";
import type { Finding } from "./finding.ts";
import { lintTexts } from "./lint-texts.ts";

/** What was found and how to mend it, in one language. */
export function findingSentence(
  { code, params }: Pick<Finding, "code" | "params">,
  locale: Locale,
): { says: string; mend: string | null } {
  const text = lintTexts[code];
  if (!text) return { says: code, mend: null };
  const words = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "object" ? localText(value, locale) : value]),
  );
  return {
    says: fillText(text.says, words, locale),
    mend: text.mend ? fillText(text.mend, words, locale) : null,
  };
}
