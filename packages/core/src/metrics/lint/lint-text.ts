/** What was found, and how to mend it, in both languages; `{params}` stand in single braces. */
export interface LintText {
  readonly says: { readonly zh: string; readonly en: string };
  readonly mend?: { readonly zh: string; readonly en: string };
}
