import type { Issue, RefusalPath } from "@dabiao/core/platform/refusal.ts";
import { Typography } from "antd";
import type { ReactNode } from "react";
import { issuesUnder, useIssueWords } from "../build/definition/issue-words.ts";

interface DesignFieldProps {
  readonly label: string;
  /** Where in the body it stands, so that what is wrong with it is said beside it. */
  readonly path?: RefusalPath;
  readonly issues?: readonly Issue[];
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A labelled field of the designer, with its own faults below it. */
export function DesignField({ label, path, issues = [], hint, children }: DesignFieldProps) {
  const words = useIssueWords();
  const own = path ? issuesUnder(issues, path) : [];
  return (
    <div className="design-field" {...(path ? { "data-path": path.join(".") } : {})}>
      <span className="design-label">{label}</span>
      {children}
      {hint && <span className="muted design-hint">{hint}</span>}
      {own.map((issue) => (
        <Typography.Text key={`${issue.code}${issue.path.join(".")}`} type="danger" role="alert">
          {words(issue)}
        </Typography.Text>
      ))}
    </div>
  );
}
