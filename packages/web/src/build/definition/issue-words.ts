import type { Issue, RefusalPath } from "@dabiao/core/platform/refusal.ts";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../../i18n/refusal-text.ts";

/** The sentence of one thing that is wrong. */
export function useIssueWords(): (issue: Pick<Issue, "code" | "params">) => string {
  const { t } = useTranslation();
  return ({ code, params }) => {
    const words = Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("、") : value,
    ]);
    return String(t(`refusal.${code}`, { ...Object.fromEntries(words), defaultValue: code }));
  };
}

/** Those under a place of the body, such as `["fields", 3]`. */
export function issuesUnder(issues: readonly Issue[], path: RefusalPath): readonly Issue[] {
  return issues.filter((issue) => path.every((step, index) => String(issue.path[index]) === String(step)));
}

/** An error of a request as the sentences of all its issues. */
export function useErrorWords(): (error: unknown) => string {
  const refusalText = useRefusalText();
  const words = useIssueWords();
  return (error) => {
    const issues = error instanceof Error && "issues" in error ? (error.issues as readonly Issue[]) : [];
    return issues.length > 0 ? issues.map(words).join(" ") : refusalText(error);
  };
}
