import { Exact } from "./exact.ts";
import { MAX_DECIMAL_DIGITS, MAX_WHOLE_DIGITS } from "./limits.ts";

const SCALES: Readonly<Record<string, string>> = { "%": "0.01", "％": "0.01", 万: "10000", 亿: "100000000" };

/** The decimal a number token means: `5%` is 0.05, `10万` is 100000; undefined when it has too many digits. */
export function numberOfToken(token: string): string | undefined {
  const plain = token.replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const scale = SCALES[plain.at(-1) ?? ""];
  const digits = scale ? plain.slice(0, -1) : plain;
  const [whole = "", decimals = ""] = digits.split(".");
  if (whole.length > MAX_WHOLE_DIGITS || decimals.length > MAX_DECIMAL_DIGITS) return undefined;
  return new Exact(digits).times(scale ?? 1).toFixed();
}

/** The text inside its quotes; `""` inside plain quotes is one quote. */
export function textOfToken(token: string): string {
  const inside = token.slice(1, -1);
  return token.startsWith('"') ? inside.replaceAll('""', '"') : inside;
}

/** The parts of a reference token: `[客户.行业]` is `["客户", "行业"]`; a backslash takes the next character as it is. */
export function pathOfToken(token: string): string[] {
  const parts = [""];
  const characters = [...token.slice(1, -1)];
  for (let index = 0; index < characters.length; index++) {
    const char = characters[index] ?? "";
    if (char === "." || char === "．") parts.push("");
    else parts[parts.length - 1] += char === "\\" ? (characters[++index] ?? "") : char;
  }
  return parts.map((part) => part.trim());
}

/** Writes a path as a reference token that reads back as the same path. */
export function referenceToken(path: readonly string[]): string {
  return `[${path.map((part) => part.replace(/[\\\]］】.．]/g, "\\$&")).join(".")}]`;
}

/** Writes a text as a literal that reads back as the same text. */
export function textToken(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
