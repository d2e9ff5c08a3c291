import type { RefusalParams } from "./platform/refusal.ts";
import { fillText, type Locale } from "./platform/text.ts";
import { refusalTexts } from "./refusal-texts.ts";

/** What is wrong and what to do, in one language; a code nobody declared is shown as it is. */
export function refusalSentence(issue: { code: string; params: RefusalParams }, locale: Locale): string {
  const text = refusalTexts[issue.code];
  return text ? fillText(text, issue.params, locale) : issue.code;
}
