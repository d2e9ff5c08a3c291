import { Decimal, ZERO } from "./decimal.ts";

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
  萬: 10_000,
  亿: 100_000_000,
  億: 100_000_000,
};
const NUMERAL = new RegExp(`^[${Object.keys({ ...DIGITS, ...UNITS }).join("")}点]+$`);

export function isChineseNumeral(text: string): boolean {
  return NUMERAL.test(text);
}

/**
 * Reads 一千二 (1,200), 十二, 两万零五百, 三点五万, 壹万贰仟. A last digit without a unit takes the next lower one
 * (一千二 = 一千二百) unless 零 stands before it (一千零二 = 1,002).
 *
 * @returns `null` when it is no well-formed number, such as 二〇二六, which may be a year or a code
 */
export function parseChineseNumeral(text: string): Decimal | null {
  const [whole = "", fraction, ...more] = text.split("点");
  if (more.length > 0) return null;
  return fraction === undefined ? parseWhole(whole) : parseFraction(whole, fraction);
}

function parseFraction(whole: string, fraction: string): Decimal | null {
  const head = parseWhole(whole);
  const match = /^(.+?)([万萬亿億]?)$/.exec(fraction);
  if (head === null || match === null) return null;
  const digits = [...(match[1] ?? "")].map((char) => DIGITS[char]);
  if (digits.includes(undefined)) return null;
  return new Decimal(`${head}.${digits.join("")}`).times(UNITS[match[2] ?? ""] ?? 1);
}

/** Walks the numeral from its largest unit down: 亿 and 万 close a section of 千百十. */
function parseWhole(text: string): Decimal | null {
  const hundredMillions = splitAt(text, ["亿", "億"]);
  if (hundredMillions === null) return null;
  const tenThousands = splitAt(hundredMillions.rest, ["万", "萬"]);
  if (tenThousands === null) return null;
  const sections: [string | null, number][] = [
    [hundredMillions.head, 100_000_000],
    [tenThousands.head, 10_000],
    [tenThousands.rest === "" && (hundredMillions.head ?? tenThousands.head) !== null ? null : tenThousands.rest, 1],
  ];
  let total = ZERO;
  let above: number | null = null;
  for (const [section, scale] of sections) {
    if (section === null) continue;
    const value = scale === 1 && above !== null ? parseTail(section, above) : parseSection(section);
    if (value === null || (scale > 1 && value === 0)) return null;
    total = total.plus(new Decimal(value).times(scale));
    above = scale;
  }
  return total;
}

function splitAt(text: string, units: readonly string[]): { head: string | null; rest: string } | null {
  const places = [...text].flatMap((char, index) => (units.includes(char) ? [index] : []));
  if (places.length > 1) return null;
  const place = places[0];
  return place === undefined ? { head: null, rest: text } : { head: text.slice(0, place), rest: text.slice(place + 1) };
}

/** What follows 万 or 亿: a bare digit is the next lower unit (一万二 = 一万二千). */
function parseTail(text: string, above: number): number | null {
  const digit = DIGITS[text];
  return text.length === 1 && digit ? (digit * above) / 10 : parseSection(text);
}

/** A number below 10,000 out of 千, 百 and 十. */
function parseSection(text: string): number | null {
  let total = 0;
  let unitAbove = 10_000;
  let pending: number | null = null;
  let afterZero = false;
  for (const [index, char] of [...text].entries()) {
    const digit = DIGITS[char];
    const unit = UNITS[char];
    if (digit === 0) {
      if (pending !== null || afterZero) return null;
      afterZero = true;
    } else if (digit !== undefined) {
      if (pending !== null) return null;
      pending = digit;
    } else {
      const count: number | null = pending ?? (unit === 10 && index === 0 ? 1 : null);
      if (unit === undefined || count === null || unit >= unitAbove) return null;
      total += count * unit;
      unitAbove = unit;
      pending = null;
      afterZero = false;
    }
  }
  if (pending === null) return text === "零" || text === "〇" ? 0 : total > 0 && !afterZero ? total : null;
  const shorthand = !afterZero && unitAbove < 10_000 && unitAbove > 10;
  return total + pending * (shorthand ? unitAbove / 10 : 1);
}
