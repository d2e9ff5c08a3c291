import { z } from "zod";

/** How long a period is. What a quarter or a month is, the calendar says (K-07). */
export const Grain = z.enum(["day", "week", "month", "quarter", "half", "year"]);
export type Grain = z.infer<typeof Grain>;
