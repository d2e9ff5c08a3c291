import { Temporal } from "temporal-polyfill";
import { sql } from "../../platform/sql.ts";
import type { FormulaFunction } from "../formula-function.ts";

/** Put in by the checker where a date is asked for and an instant is given; nobody writes it. */
export const AS_DATE = "@date";

export const conversions: readonly FormulaFunction[] = [
  {
    name: AS_DATE,
    role: "conversion",
    help: { zh: "时刻在工作区时区的日期", en: "The day of an instant in the workspace's zone" },
    example: "",
    parameters: [{ name: { zh: "时刻", en: "instant" }, accepts: ["datetime"] }],
    result: "date",
    js: ([instant], { clock }) =>
      instant === null
        ? null
        : Temporal.Instant.from(instant as string)
            .toZonedDateTimeISO(clock.zone)
            .toPlainDate()
            .toString(),
    sql: ([instant], { clock }) => sql`(${instant} at time zone ${clock.zone}::text)::date`,
  },
];
