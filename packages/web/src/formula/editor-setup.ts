import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { formulaLanguage } from "./formula-language.ts";

const theme = EditorView.theme({
  "&": {
    border: "1px solid var(--border-control)",
    borderRadius: "4px",
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    fontSize: "14px",
  },
  "&.cm-focused": { outline: "2px solid var(--brand)", outlineOffset: "0" },
  ".cm-content": { minHeight: "56px", padding: "6px 4px", caretColor: "var(--text)" },
  ".cm-scroller": { fontFamily: "ui-monospace, Menlo, Consolas, monospace", maxHeight: "240px" },
  ".cm-placeholder": { color: "var(--hint)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--border-decor)" },
  ".cm-completionInfo": { whiteSpace: "pre-line" },
});

/**
 * What the editor always has. Tab is left alone, so the keyboard gets out again; keys stay in the editor, so that
 * single-key shortcuts of the page neither fire while typing nor take keys from an input method.
 */
export function editorSetup(label: string, hint: string): Extension {
  return [
    formulaLanguage,
    history(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
    EditorView.domEventHandlers({
      keydown: (event) => {
        if (event.key !== "Escape" || event.isComposing) event.stopPropagation();
        return false;
      },
    }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    placeholder(hint),
    theme,
  ];
}
