import { styleTags, tags } from "@lezer/highlight";
import type { LRParser } from "@lezer/lr";
import { parser } from "./generated/parser.ts";

/** The grammar with its highlighting, for the editor. */
export const highlightedParser: LRParser = parser.configure({
  props: [
    styleTags({
      Number: tags.number,
      Text: tags.string,
      Reference: tags.variableName,
      "Call/Name": tags.function(tags.name),
      Name: tags.bool,
      "Plus Minus Times Divide Power Concat": tags.operator,
      "Equal NotEqual Less LessEqual Greater GreaterEqual": tags.compareOperator,
      "Open Close": tags.paren,
      Comma: tags.separator,
    }),
  ],
});
