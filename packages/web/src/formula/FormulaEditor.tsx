import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import type { FormulaKind } from "@dabiao/core/formula/formula-type.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import type { TFunction } from "i18next";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import "../i18n/formula.ts";
import { editorSetup } from "./editor-setup.ts";
import { formulaCompletion } from "./formula-completion.ts";
import { formulaLinter } from "./formula-linter.ts";

export interface FormulaEditorProps {
  /** The formula as a person reads it, with labels; `displayFormula` makes it of the stored form. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly scope: FormulaScope;
  readonly locale: Locale;
  readonly expectedType?: FormulaKind;
  readonly ariaLabel: string;
}

/** A formula field: highlighting, completion of fields and functions, and errors underlined in place. */
export function FormulaEditor({ value, onChange, scope, locale, expectedType, ariaLabel }: FormulaEditorProps) {
  const { i18n } = useTranslation();
  const t = useMemo(() => i18n.getFixedT(locale), [i18n, locale]);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const help = useRef(new Compartment());
  const tell = useEffectEvent((text: string) => onChange(text));
  const startText = useEffectEvent(() => value);
  const startHelp = useEffectEvent(() => helpFor(scope, expectedType, locale, t));

  useEffect(() => {
    const changed = EditorView.updateListener.of((update) => {
      if (update.docChanged) tell(update.state.doc.toString());
    });
    const setup = editorSetup(ariaLabel, t("formula.placeholder"));
    const state = EditorState.create({ doc: startText(), extensions: [setup, help.current.of(startHelp()), changed] });
    const view = new EditorView({ state, parent: host.current as HTMLElement });
    editor.current = view;
    return () => view.destroy();
  }, [ariaLabel, t]);

  useEffect(() => {
    editor.current?.dispatch({ effects: help.current.reconfigure(helpFor(scope, expectedType, locale, t)) });
  }, [scope, locale, expectedType, t]);

  useEffect(() => {
    const view = editor.current;
    if (!view || view.composing || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} />;
}

function helpFor(scope: FormulaScope, expected: FormulaKind | undefined, locale: Locale, t: TFunction): Extension {
  const expecting = expected ? { ...methodsOf(scope), expected } : scope;
  return [formulaCompletion(expecting, locale, t), formulaLinter(expecting, t)];
}

/** A scope may be a class instance, whose methods a spread would lose. */
function methodsOf(scope: FormulaScope): FormulaScope {
  return { resolve: (path) => scope.resolve(path), names: () => scope.names(), allowClock: scope.allowClock };
}
