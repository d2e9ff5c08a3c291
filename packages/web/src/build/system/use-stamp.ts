import { useLocale } from "../../i18n/locale.ts";

/** A moment as lists show it. */
export function useStamp(): (instant: string) => string {
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeStyle: "short" });
  return (instant) => format.format(new Date(instant));
}
