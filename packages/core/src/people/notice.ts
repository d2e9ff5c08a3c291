import { z } from "zod";
import { fillText, InstantString, Key, type Locale } from "../platform/text.ts";

/** What a notice says in both languages; `{params}` stand in single braces. */
export interface NoticeText {
  readonly zh: string;
  readonly en: string;
}

/** `<room>.<what>`, such as `records.mention`. */
export const NoticeKind = z.string().regex(/^[a-z]+\.[a-z_]{1,60}$/);

/** Something that happened and concerns one member: a line of the inbox. */
export const Notice = z.object({
  id: z.uuid(),
  at: InstantString,
  kind: NoticeKind,
  params: z.record(z.string().max(40), z.union([z.string(), z.number()])),
  /** The page that shows it, such as `/goals?kpi=signed_amount`. */
  path: z.string().max(500).nullable(),
  object: Key.nullable(),
  recordId: z.uuid().nullable(),
  readAt: InstantString.nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** What a notice says, in one language; a kind nobody declared is shown as it is. */
export function noticeSentence(
  texts: Readonly<Record<string, NoticeText>>,
  { kind, params }: Pick<Notice, "kind" | "params">,
  locale: Locale,
): string {
  const text = texts[kind];
  return text ? fillText(text, params, locale) : kind;
}
