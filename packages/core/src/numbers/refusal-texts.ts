import type { RefusalTexts } from "../platform/refusal.ts";
import type { numbersRefusals } from "./refusals.ts";

/** Sentences for numbers that a person typed or a file holds. */
export const numbersRefusalTexts: RefusalTexts<typeof numbersRefusals> = {
  number_empty: { zh: "没有数字，请填写一个数。", en: "There is no number. Enter one." },
  number_shape: {
    zh: "“{text}”不是数字。可以写 1,200、28万、1.2亿 或 5%。",
    en: "“{text}” is not a number. Write 1,200, 280k or 5%.",
  },
  number_grouping: {
    zh: "“{text}”的千分位不对。请每三位写一个逗号（1,200），或不写逗号。",
    en: "The separators in “{text}” are misplaced. Use one comma per three digits (1,200) or none.",
  },
  number_ambiguous: {
    zh: "“{text}”有两种读法：{first} 或 {second}。请写全。",
    en: "“{text}” can mean {first} or {second}. Write it out.",
  },
  number_scientific: {
    zh: "“{text}”是科学计数法，可能已丢失位数。请在原文件中把该列设为文本或数值后重新导出。",
    en: "“{text}” is in scientific notation and may have lost digits. Format the column as text or number and export again.",
  },
  number_numeral: {
    zh: "“{text}”读不成一个数。请写成 1200 或 一千二百。",
    en: "“{text}” does not read as one number. Write it in digits.",
  },
  number_sign: { zh: "“{text}”有不止一个正负号。请只保留一个。", en: "“{text}” has more than one sign. Keep one." },
  number_currency: {
    zh: "“{text}”的币种互相矛盾，或同时写了百分号和币种。请只写一个。",
    en: "“{text}” names two currencies, or a currency and a percent sign. Keep one.",
  },
  number_too_long: {
    zh: "“{text}”太长：最多 30 位整数、12 位小数。",
    en: "“{text}” is too long: at most 30 digits and 12 decimals.",
  },
};
