import { HighlightStyle, LRLanguage, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { highlightedParser } from "@dabiao/core/formula/highlighted-parser.ts";
import { tags } from "@lezer/highlight";

/** The same class twice for the compiler, which reads core's types as CommonJS and CodeMirror's as a module. */
const parser = highlightedParser as unknown as Parameters<typeof LRLanguage.define>[0]["parser"];

const language = LRLanguage.define({
  parser,
  languageData: { closeBrackets: { brackets: ["(", "[", '"', "（", "【", "“"] } },
});

/** Shape helps where colour cannot: functions are bold, fields underlined by dots. */
const style = HighlightStyle.define([
  { tag: tags.function(tags.name), color: "var(--brand)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--text)", textDecoration: "underline dotted" },
  { tag: [tags.number, tags.bool], color: "var(--watch-stroke)" },
  { tag: tags.string, color: "var(--ok)" },
  { tag: [tags.operator, tags.compareOperator, tags.separator, tags.paren], color: "var(--secondary)" },
]);

/** Highlighting from the grammar that the parser uses too. */
export const formulaLanguage: Extension = [language, syntaxHighlighting(style)];
