import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { BoardCell } from "./board.ts";
import { Subject } from "./target.ts";

export const OutlookQuery = z.object({
  kpi: Key,
  period: PeriodKey,
  subject: Subject,
  asOf: InstantString.optional(),
});
export type OutlookQuery = z.infer<typeof OutlookQuery>;

const Figure = DecimalString.nullable();

/** K-10: one cell looked at closely. Several projections make a range; each says how it was made. */
export const Outlook = z.object({
  cell: BoardCell,
  time: z.object({
    elapsed: z.number().int(),
    total: z.number().int(),
    remaining: z.number().int(),
    provisional: z.boolean(),
  }),
  projections: z.array(z.object({ method: z.enum(["even", "curve", "trailing"]), value: DecimalString })),
  low: Figure,
  high: Figure,
  /** Done and due at the end of each day so far; empty for rates and stocks, which do not pile up. */
  course: z.array(z.object({ day: DayString, actual: DecimalString, expected: Figure })),
});
export type Outlook = z.infer<typeof Outlook>;
