import { namePinyin } from "@dabiao/core/people/member.ts";

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** A key for something new, by its English name or the pinyin of its Chinese one, unlike those that exist. */
export function newKey(
  label: { readonly zh: string; readonly en?: string | undefined },
  taken: Iterable<string>,
): string {
  const used = new Set(taken);
  const english = (label.en ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const spoken = (english.replace(/^[^a-z]+|_+$/g, "") || namePinyin(label.zh).replace(/^[^a-z]+/, "")).slice(0, 34);
  const base = spoken === "" ? "field" : spoken;
  if (!used.has(base)) return base;
  for (let number = 2; ; number++) if (!used.has(`${base}_${number}`)) return `${base}_${number}`;
}
