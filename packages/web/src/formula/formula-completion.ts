import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { FormulaFunction } from "@dabiao/core/formula/formula-function.ts";
import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import { FORMULA_CATALOGUE } from "@dabiao/core/formula/registry.ts";
import { signature } from "@dabiao/core/formula/signature.ts";
import { referenceToken } from "@dabiao/core/formula/token-value.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import type { TFunction } from "i18next";

const OPTIONS_SHOWN = 60;
const WORD = /[A-Za-z_\u3400-\u9fff][\w\u3400-\u9fff.]*$/;
const OPEN_BRACKET = /[[［【]/;
const CLOSE_BRACKET = /[\]］】]/;
const OPEN_REFERENCE = /[[［【][^\]］】]*$/;

/** Offers fields after a bracket or a word, and functions after a word. Nothing is offered while an IME composes. */
export function formulaCompletion(scope: FormulaScope, locale: Locale, t: TFunction): Extension {
  const functions = Object.values(FORMULA_CATALOGUE)
    .flat()
    .filter(({ role }) => role === "function");
  const functionOptions = functions.map((declared) => functionOption(declared, locale, t));
  const complete = (context: CompletionContext): CompletionResult | null => {
    if (context.view?.composing) return null;
    const reference = context.matchBefore(OPEN_REFERENCE);
    if (reference) return { from: reference.from + 1, options: fieldOptions(scope, t) };
    const word = context.matchBefore(WORD);
    if (!word && !context.explicit) return null;
    return { from: word?.from ?? context.pos, options: [...fieldOptions(scope, t), ...functionOptions] };
  };
  return autocompletion({ override: [complete], maxRenderedOptions: OPTIONS_SHOWN, icons: false });
}

function fieldOptions(scope: FormulaScope, t: TFunction): Completion[] {
  return scope.names().map(({ path, type, detail }) => ({
    label: path.join("."),
    displayLabel: path.join("."),
    detail: detail ?? t(`formula.kind.${type.kind}`),
    section: { name: t("formula.field"), rank: 0 },
    apply: (view, _, from, to) => insertField(view, path, from, to),
  }));
}

/** Takes in the bracket before the word and the one that was closed by itself behind it. */
function insertField(view: EditorView, path: readonly string[], from: number, to: number): void {
  const opened = OPEN_BRACKET.test(view.state.sliceDoc(from - 1, from));
  const closed = opened && CLOSE_BRACKET.test(view.state.sliceDoc(to, to + 1));
  const start = opened ? from - 1 : from;
  const text = referenceToken(path);
  view.dispatch({
    changes: { from: start, to: closed ? to + 1 : to, insert: text },
    selection: { anchor: start + text.length },
  });
}

function functionOption(declared: FormulaFunction, locale: Locale, t: TFunction): Completion {
  const takesNothing = declared.parameters.length === 0 && !declared.repeat;
  return {
    label: declared.name,
    detail: signature(declared, locale).slice(declared.name.length),
    info: `${localText(declared.help, locale)}\n${t("formula.example", { example: declared.example })}`,
    apply: snippet(takesNothing ? `${declared.name}()` : `${declared.name}(\${})`),
  };
}
