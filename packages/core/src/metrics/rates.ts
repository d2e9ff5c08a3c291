import { z } from "zod";
import { DayString, LocalText } from "../platform/text.ts";

export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);

/** From a day on, one unit of a currency is worth so many of the company's. */
export const Rate = z.object({
  currency: CurrencyCode,
  from: DayString,
  rate: z.string().regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,12})?$/),
});
export type Rate = z.infer<typeof Rate>;

/**
 * CV-6: dated exchange rates into one currency. A published rate never changes, so no figure of the past does: a new
 * rate begins on a later day.
 */
export const RatesBody = z.object({
  label: LocalText,
  /** The currency that figures and targets are in. */
  to: CurrencyCode,
  rates: z.array(Rate).max(10_000).default([]),
});
export type RatesBody = z.infer<typeof RatesBody>;
