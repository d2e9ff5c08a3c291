import type { RefusalParams } from "../platform/refusal.ts";
import type { Parsed } from "./field-type.ts";

export function accepted<Stored>(value: Stored | null): Parsed<Stored> & { ok: true } {
  return { ok: true, value };
}

export function refused(code: string, params: RefusalParams = {}): Parsed<never> & { ok: false } {
  return { ok: false, issue: { code, params } };
}

/** Nothing was given: null, or text of blanks only. */
export function isEmpty(input: unknown): boolean {
  return input === null || input === undefined || (typeof input === "string" && input.trim() === "");
}

/** Full-width letters, digits and signs as their ASCII forms, without blanks around: how typed text is compared. */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, " ")
    .trim();
}

/** Any input as text. What is neither text, number nor truth is its JSON: it may have come from anywhere. */
export function inputText(input: unknown): string {
  if (typeof input === "string") return input;
  return typeof input === "number" || typeof input === "boolean" ? `${input}` : (JSON.stringify(input) ?? "");
}
