import { z } from "zod";

/** A period's key as it is written; `X-` and a custom period's own key make the longest. Whether a calendar has it, `period` says. */
export const PeriodKey = z.string().max(60);
