import type { ColumnMapping, ImportProblem } from "@dabiao/core/imports/import.ts";
import { reasonText } from "@dabiao/core/imports/reason-text.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Space, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { TargetField } from "./use-target-fields.ts";

const SHOWN = 6;
const ROWS_NAMED = 5;

interface ColumnProblemsProps {
  readonly problems: readonly ImportProblem[];
  readonly mapping: ColumnMapping;
  readonly field: TargetField | undefined;
  onMend(mapping: ColumnMapping): void;
}

/** What is wrong in a column, each with the ways to mend it at once. */
export function ColumnProblems({ problems, mapping, field, onMend }: ColumnProblemsProps) {
  const { t } = useTranslation();
  const missing = problems.some(({ code }) => code === "import_not_found");
  const makes = field?.links === "member" ? "import.problem.members" : "import.problem.create";
  return (
    <>
      {problems.slice(0, SHOWN).map((problem) => (
        <div className="import-problem" key={`${problem.code}/${problem.value}`}>
          <ProblemLine problem={problem} label={field} />
          {problem.value !== null && problem.suggestions.length > 0 && (
            <Space wrap size={4}>
              {problem.suggestions.map((value) => (
                <Button
                  key={value}
                  size="small"
                  onClick={() => onMend({ ...mapping, values: { ...mapping.values, [problem.value ?? ""]: value } })}
                >
                  {t("import.problem.use", { value })}
                </Button>
              ))}
            </Space>
          )}
        </div>
      ))}
      {problems.length > SHOWN && <div>{t("import.problem.more", { count: problems.length - SHOWN })}</div>}
      {missing && (
        <Space wrap size={4}>
          <Button size="small" onClick={() => onMend({ ...mapping, missing: "create" })}>
            {t(makes)}
          </Button>
          <Button size="small" onClick={() => onMend({ ...mapping, missing: "empty" })}>
            {t("import.problem.leave")}
          </Button>
        </Space>
      )}
    </>
  );
}

interface ProblemLineProps {
  readonly problem: ImportProblem;
  readonly label: Pick<TargetField, "label"> | undefined;
}

export function ProblemLine({ problem, label }: ProblemLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { count, rows, severity } = problem;
  const named = label ? localText(label.label, locale) : "";
  return (
    <div>
      <Tag color={severity === "error" ? "error" : "warning"}>
        {t("import.problem.rows", { count: count.toLocaleString(locale) })}
      </Tag>
      {reasonText(problem, named, locale)}
      {rows.length > 0 && (
        <div className="import-problem-rows">
          {t("import.problem.where", { rows: rows.slice(0, ROWS_NAMED).join(", ") + (count > ROWS_NAMED ? " …" : "") })}
        </div>
      )}
    </div>
  );
}
