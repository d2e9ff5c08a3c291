import { DeleteOutlined } from "@ant-design/icons";
import type { GradeBand } from "@dabiao/core/appraisal/scoring/grade.ts";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { NumberInput } from "../rule/NumberInput.tsx";

interface GradeRowsProps {
  readonly grades: readonly GradeBand[];
  readonly onChange: (grades: GradeBand[]) => void;
}

/** Grades, best first, with the least score of each and what it multiplies pay by; the last takes the rest. */
export function GradeRows({ grades, onChange }: GradeRowsProps) {
  const { t } = useTranslation();
  const replace = (index: number, next: GradeBand) =>
    onChange(grades.map((grade, place) => (place === index ? next : grade)));
  return (
    <>
      <div className="rule-scroll">
        <table className="rule-table">
          <thead>
            <tr>
              <th scope="col">{t("cards.grade")}</th>
              <th scope="col">{t("cards.grade.from")}</th>
              <th scope="col">{t("cards.grade.coefficient")}</th>
              <th scope="col">
                <span className="visually-hidden">{t("rule.remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {grades.map((grade, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a grade's key is typed here, its place stays
              <tr key={index}>
                <td>
                  <Input
                    className="rating-key"
                    value={grade.key}
                    maxLength={10}
                    aria-label={t("cards.gradeOf", { place: index + 1 })}
                    onChange={({ target }) => replace(index, { ...grade, key: target.value })}
                  />
                </td>
                <td>
                  {grade.from === null ? (
                    <span className="muted">{t("cards.grade.rest")}</span>
                  ) : (
                    <NumberInput
                      value={grade.from}
                      label={t("cards.grade.fromOf", { grade: grade.key })}
                      onChange={(from) => replace(index, { ...grade, from })}
                    />
                  )}
                </td>
                <td>
                  <NumberInput
                    value={grade.coefficient}
                    label={t("cards.grade.coefficientOf", { grade: grade.key })}
                    onChange={(coefficient) => replace(index, { ...grade, coefficient })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t("cards.removeOf", { item: grade.key })}
                    disabled={grade.from === null}
                    onClick={() => onChange(grades.filter((_, place) => place !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        className="rater-add"
        disabled={grades.length >= 12}
        onClick={() =>
          onChange([...grades.slice(0, -1), { key: "", from: "0", coefficient: "1" }, ...grades.slice(-1)])
        }
      >
        {t("cards.addGrade")}
      </Button>
    </>
  );
}
