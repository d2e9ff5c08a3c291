import Decimal from "decimal.js";
import { Temporal } from "temporal-polyfill";
import { getLunarDate } from "chinese-days";
export function bad(): string { return new Decimal(1).toString() + Temporal.PlainDate.from("2026-01-01").toString()+getLunarDate("2026-01-01").lunarDayCN; }
