import type { Issue, RefusalPath } from "@dabiao/core/platform/refusal.ts";

export interface RuleFormProps<Rule> {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  /** Where the rule stands in what the issues are about. */
  readonly path: RefusalPath;
  readonly issues: readonly Issue[];
}
