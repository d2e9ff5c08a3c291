import type { ImportProblem } from "@dabiao/core/imports/import.ts";
import { ProblemLine } from "./ColumnProblems.tsx";
import type { TargetField } from "./use-target-fields.ts";

interface ProblemListProps {
  readonly problems: readonly ImportProblem[];
  readonly fields: readonly TargetField[];
  readonly title: string;
}

/** Problems that belong to no column: required fields the file does not have, rules over several fields. */
export function ProblemList({ problems, fields, title }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section aria-label={title} className="import-foot">
      {problems.map((problem) => (
        <ProblemLine
          key={`${problem.code}/${problem.field}/${problem.value}`}
          problem={problem}
          label={fields.find(({ key }) => key === problem.field)}
        />
      ))}
    </section>
  );
}
