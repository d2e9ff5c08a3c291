import { pinyin } from "pinyin-pro";

/** Syllables of a name that get pinyin terms; longer names are found by their first ones. */
const SYLLABLES_MAX = 8;
const INITIALS = [1, 2, 3, 4] as const;
const JOINED = [1, 2, 3] as const;

const HAN = /\p{Script=Han}/u;

/** Readings met so far; a company's names use few thousand characters. */
const readings = new Map<string, string>();

/**
 * Terms by which pinyin finds a Chinese name: initials (`hwjs`) and whole syllables (`huawei`) from any of its
 * first characters, and every beginning of its full pinyin (`huaw`). A character is read in its usual way.
 */
export function pinyinTerms(name: string): string[] {
  if (!HAN.test(name)) return [];
  const syllables = [...name]
    .map(reading)
    .filter((syllable) => syllable !== "")
    .slice(0, SYLLABLES_MAX);
  const terms = new Set<string>();
  for (let at = 0; at < syllables.length; at++) {
    const rest = syllables.slice(at);
    for (const count of INITIALS) {
      if (rest.length >= count && (count > 1 || at === 0))
        terms.add(
          rest
            .slice(0, count)
            .map((each) => each[0])
            .join(""),
        );
    }
    for (const count of JOINED) {
      if (rest.length >= count && (count > 1 || at === 0)) terms.add(rest.slice(0, count).join(""));
    }
  }
  const start = syllables.slice(0, 4).join("");
  for (let length = 2; length <= start.length; length++) terms.add(start.slice(0, length));
  return [...terms].map((term) => `py:${term}`);
}

function reading(letter: string): string {
  if (!HAN.test(letter)) return "";
  let syllable = readings.get(letter);
  if (syllable === undefined) {
    syllable = pinyin(letter, { toneType: "none", v: true }).replace(/[^a-z]/g, "");
    readings.set(letter, syllable);
  }
  return syllable;
}
