import { z } from "zod";

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A label in both languages; English may be left out and then shows the Chinese. */
export const LocalText = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().max(200).optional() });
export type LocalText = z.infer<typeof LocalText>;

/** Some paragraphs in both languages. */
export const LongText = z.object({
  zh: z.string().trim().min(1).max(2000),
  en: z.string().trim().max(2000).optional(),
});
export type LongText = z.infer<typeof LongText>;

export function localText(text: LocalText, locale: Locale): string {
  return locale === "en" ? text.en || text.zh : text.zh;
}

/** A sentence with its `{params}` put in; lists are joined, and a parameter that is not given leaves nothing. */
export function fillText(
  text: { readonly zh: string; readonly en: string },
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const joint = locale === "en" ? ", " : "、";
  return (locale === "en" ? text.en : text.zh).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value.join(joint) : String(value ?? "");
  });
}

/** A key fixed at creation and readable in SQL: `opportunity`, `close_date`. At most 40 bytes, so index names fit. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** A decimal as JSON carries it: a string, never a binary float. */
export const DecimalString = z.string().regex(/^-?\d{1,30}(\.\d{1,12})?$/);

/** A business day, `2026-03-09`. */
export const DayString = z.iso.date();

/** An instant with its offset, `2026-03-09T02:05:00.000Z`. */
export const InstantString = z.iso.datetime({ offset: true });
