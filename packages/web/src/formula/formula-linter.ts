import { type Diagnostic, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { checkFormula } from "@dabiao/core/formula/check-formula.ts";
import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import type { TFunction } from "i18next";
import { issueText } from "./issue-text.ts";

const QUIET_MS = 250;

/** Underlines every issue in place. An empty editor is not a fault yet: whether it may be is the form's question. */
export function formulaLinter(scope: FormulaScope, t: TFunction): Extension {
  return linter(
    (view): Diagnostic[] => {
      const source = view.state.doc.toString();
      if (source.trim() === "" || view.composing) return [];
      const checked = checkFormula(source, scope);
      if (checked.ok) return [];
      return checked.issues.map((issue) => ({
        from: issue.from,
        to: Math.min(Math.max(issue.to, issue.from + 1), source.length),
        severity: "error",
        message: issueText(t, issue),
      }));
    },
    { delay: QUIET_MS },
  );
}
