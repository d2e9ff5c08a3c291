import { plainText } from "./parsed.ts";

const CLOCK =
  /^(上午|中午|下午|晚上|AM|PM)?\s*(\d{1,2})(?:[:：时点](?:(\d{1,2})(?:[:：分](?:(\d{1,2})(?:\.\d+)?秒?)?)?)?)?\s*(AM|PM)?$/i;

/**
 * Reads a time of day: 9:30, 09:30:15, 下午3:30, 3:30 PM, 9点半 (9:30), 15时.
 *
 * @returns `HH:MM:SS`, or null when there is no such time
 */
export function readClock(typed: string): string | null {
  const text = plainText(typed).replace(/半$/, "30分");
  const match = CLOCK.exec(text);
  if (!match || (match[3] === undefined && !/[时点]/.test(text) && match[1] === undefined && match[5] === undefined))
    return null;
  const half = (match[1] ?? match[5] ?? "").toUpperCase();
  const typedHour = Number(match[2]);
  const afternoon = half === "PM" || half === "下午" || half === "晚上" || (half === "中午" && typedHour < 11);
  const midnight = (half === "AM" || half === "上午") && typedHour === 12;
  const hour = midnight ? 0 : afternoon && typedHour < 12 ? typedHour + 12 : typedHour;
  const [minute, second] = [Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
}
