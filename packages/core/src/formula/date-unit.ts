/** Words for the units of date arithmetic; the first of each is the name, the others mean the same. */
const UNITS = {
  day: ["day", "days", "d", "天", "日"],
  week: ["week", "weeks", "w", "周"],
  month: ["month", "months", "m", "月"],
  quarter: ["quarter", "quarters", "q", "季度", "季"],
  year: ["year", "years", "y", "年"],
} as const;

export type DateUnit = keyof typeof UNITS;

export const DATE_UNIT_WORDS: readonly string[] = Object.values(UNITS).flat();

/** The unit a word stands for; days where no word is given. */
export function dateUnit(word: string | undefined): DateUnit {
  const wanted = word?.toLowerCase();
  const found = Object.entries(UNITS).find(([, words]) => (words as readonly string[]).includes(wanted ?? "day"));
  return (found?.[0] ?? "day") as DateUnit;
}

/** Every unit is so many days or so many months. */
export const UNIT_STEPS: Readonly<Record<DateUnit, { readonly of: "day" | "month"; readonly count: number }>> = {
  day: { of: "day", count: 1 },
  week: { of: "day", count: 7 },
  month: { of: "month", count: 1 },
  quarter: { of: "month", count: 3 },
  year: { of: "month", count: 12 },
};
