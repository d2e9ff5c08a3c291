import type { Day } from "./day.ts";

/** One holiday of a notice: its days off (first and last day) and the 补班 days that pay for them. */
export interface StatutoryHoliday {
  readonly name: string;
  readonly off: readonly [first: Day, last: Day];
  readonly work: readonly Day[];
}

/**
 * 国务院办公厅关于节假日安排的通知, by year: facts copied from the notices, checked in a test against two independent data sets.
 * A year that is not here has no notice yet: weekdays are assumed and figures say they are provisional (K-08).
 */
export const CHINA_NOTICES: Readonly<Record<number, readonly StatutoryHoliday[]>> = {
  2023: [
    { name: "元旦", off: ["2022-12-31", "2023-01-02"], work: [] },
    { name: "春节", off: ["2023-01-21", "2023-01-27"], work: ["2023-01-28", "2023-01-29"] },
    { name: "清明节", off: ["2023-04-05", "2023-04-05"], work: [] },
    { name: "劳动节", off: ["2023-04-29", "2023-05-03"], work: ["2023-04-23", "2023-05-06"] },
    { name: "端午节", off: ["2023-06-22", "2023-06-24"], work: ["2023-06-25"] },
    { name: "中秋节、国庆节", off: ["2023-09-29", "2023-10-06"], work: ["2023-10-07", "2023-10-08"] },
  ],
  2024: [
    { name: "元旦", off: ["2023-12-30", "2024-01-01"], work: [] },
    { name: "春节", off: ["2024-02-10", "2024-02-17"], work: ["2024-02-04", "2024-02-18"] },
    { name: "清明节", off: ["2024-04-04", "2024-04-06"], work: ["2024-04-07"] },
    { name: "劳动节", off: ["2024-05-01", "2024-05-05"], work: ["2024-04-28", "2024-05-11"] },
    { name: "端午节", off: ["2024-06-08", "2024-06-10"], work: [] },
    { name: "中秋节", off: ["2024-09-15", "2024-09-17"], work: ["2024-09-14"] },
    { name: "国庆节", off: ["2024-10-01", "2024-10-07"], work: ["2024-09-29", "2024-10-12"] },
  ],
  2025: [
    { name: "元旦", off: ["2025-01-01", "2025-01-01"], work: [] },
    { name: "春节", off: ["2025-01-28", "2025-02-04"], work: ["2025-01-26", "2025-02-08"] },
    { name: "清明节", off: ["2025-04-04", "2025-04-06"], work: [] },
    { name: "劳动节", off: ["2025-05-01", "2025-05-05"], work: ["2025-04-27"] },
    { name: "端午节", off: ["2025-05-31", "2025-06-02"], work: [] },
    { name: "国庆节、中秋节", off: ["2025-10-01", "2025-10-08"], work: ["2025-09-28", "2025-10-11"] },
  ],
  2026: [
    { name: "元旦", off: ["2026-01-01", "2026-01-03"], work: ["2026-01-04"] },
    { name: "春节", off: ["2026-02-15", "2026-02-23"], work: ["2026-02-14", "2026-02-28"] },
    { name: "清明节", off: ["2026-04-04", "2026-04-06"], work: [] },
    { name: "劳动节", off: ["2026-05-01", "2026-05-05"], work: ["2026-05-09"] },
    { name: "端午节", off: ["2026-06-19", "2026-06-21"], work: [] },
    { name: "中秋节", off: ["2026-09-25", "2026-09-27"], work: [] },
    { name: "国庆节", off: ["2026-10-01", "2026-10-07"], work: ["2026-09-20", "2026-10-10"] },
  ],
};
