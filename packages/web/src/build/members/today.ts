import { localDay } from "../../fields/format-day.ts";

/** Today at the screen, as a day. */
export function today(): string {
  return localDay(new Date());
}
