import { z } from "zod";
import { type Locale, LocalText, localText } from "../platform/text.ts";
import { plainText } from "./parsed.ts";

/** A choice of a select. The key is what records hold and never changes; the label changes freely. */
export const Option = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/),
  label: LocalText,
  color: z.string().max(20).optional(),
  /** Kept for records that have it; not offered any more. */
  archived: z.boolean().default(false),
});
export type Option = z.infer<typeof Option>;

export const Options = z
  .array(Option)
  .min(1)
  .max(500)
  .refine((options) => new Set(options.map(({ key }) => key)).size === options.length, {
    message: "option keys repeat",
  });

/** The option meant by a key or, on surfaces for people, by a label in either language. */
export function findOption(options: readonly Option[], input: string, lenient: boolean): Option | undefined {
  const exact = options.find(({ key }) => key === input);
  if (exact || !lenient) return exact;
  const typed = plainText(input).toLowerCase();
  const labels = ({ label }: Option) => [label.zh, label.en ?? ""].map((text) => plainText(text).toLowerCase());
  return options.find((option) => labels(option).includes(typed)) ?? options.find(({ key }) => key === typed);
}

export function optionText(options: readonly Option[], key: string, locale: Locale): string {
  const option = options.find((each) => each.key === key);
  return option ? localText(option.label, locale) : key;
}
