/** One setting of a field type as the panel asks for it. */
export interface SettingSpec {
  readonly key: string;
  /** The message that names it. */
  readonly label: string;
  readonly input: "integer" | "decimal" | "text" | "switch" | "choice" | "object";
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
}

const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "SGD", "TWD", "KRW", "AUD"];
const bounds: readonly SettingSpec[] = [
  { key: "min", label: "setting.min", input: "decimal" },
  { key: "max", label: "setting.max", input: "decimal" },
];
const decimals = (max: number): SettingSpec => ({
  key: "decimals",
  label: "setting.decimals",
  input: "integer",
  min: 0,
  max,
});
const length = (max: number): SettingSpec => ({
  key: "maxLength",
  label: "setting.maxLength",
  input: "integer",
  min: 1,
  max,
});
const many = (max: number): SettingSpec => ({ key: "max", label: "setting.many", input: "integer", min: 1, max });
const object: SettingSpec = { key: "object", label: "setting.object", input: "object" };
const unit: SettingSpec = { key: "unit", label: "setting.unit", input: "text" };
const format: SettingSpec = { key: "format", label: "setting.format", input: "choice", choices: ["ymd", "mdy", "dmy"] };

/** The plain settings of each type; options, formulas, look-ups and roll-ups have editors of their own. */
export const SETTING_SPECS: Readonly<Record<string, readonly SettingSpec[]>> = {
  text: [length(2000)],
  long_text: [length(100_000)],
  number: [decimals(12), unit, ...bounds],
  integer: [unit, ...bounds],
  money: [{ key: "currency", label: "setting.currency", input: "choice", choices: CURRENCIES }, decimals(6), ...bounds],
  percent: [
    decimals(6),
    { key: "plain", label: "setting.plain", input: "choice", choices: ["percent", "fraction"] },
    ...bounds,
  ],
  rating: [{ key: "max", label: "setting.stars", input: "integer", min: 2, max: 10 }],
  multi_select: [many(100)],
  date: [format],
  datetime: [format],
  time: [{ key: "seconds", label: "setting.seconds", input: "switch" }],
  duration: [{ key: "unit", label: "setting.unit", input: "choice", choices: ["minutes", "hours"] }, ...bounds],
  members: [many(200)],
  reference: [object],
  references: [object, many(200)],
  phone: [{ key: "country", label: "setting.country", input: "text" }],
  autonumber: [
    { key: "pattern", label: "setting.pattern", input: "text" },
    { key: "reset", label: "setting.reset", input: "choice", choices: ["never", "year", "month", "day"] },
  ],
  attachment: [many(50), { key: "photo", label: "setting.photo", input: "switch" }],
};
