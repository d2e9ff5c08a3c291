import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { readDecimal } from "../read-decimal.ts";

/** Stars, from 1 to `max`. */
export const ratingField = declareFieldType({
  type: "rating",
  family: "number",
  settings: z.object({ max: z.number().int().min(2).max(10).default(5) }),
  column: () => "smallint",
  parse(input, { max }, context) {
    const stars = context.lenient && typeof input === "string" ? countStars(input) : input;
    return readDecimal(stars, { min: "1", max: String(max), integer: true }, context);
  },
  toText: (value) => String(value),
  formulaType: { kind: "number" },
  widget: "rating",
  searchable: false,
});

/** ★★★☆☆ and ⭐⭐⭐ are three; 4星 is four. */
function countStars(text: string): string {
  const stars = [...text.matchAll(/[★⭐]/gu)].length;
  return stars > 0 ? String(stars) : text.replace(/\s*[星颗]$/, "");
}
