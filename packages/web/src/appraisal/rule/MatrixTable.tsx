import { DeleteOutlined } from "@ant-design/icons";
import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { withCell, withLimit, withoutColumn, withoutRow } from "./edit-matrix.ts";
import { NumberInput } from "./NumberInput.tsx";

interface MatrixTableProps {
  readonly rule: RuleOf<"matrix">;
  readonly onChange: (rule: RuleOf<"matrix">) => void;
}

/** The table itself: limits along both sides, points in the cells; the best is at the lower right. */
export function MatrixTable({ rule, onChange }: MatrixTableProps) {
  const { t } = useTranslation();
  const rowPercent = rule.measure.of === "attainment";
  const columnPercent = rule.columnMeasure.of === "attainment";
  return (
    <div className="rule-scroll">
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col">{t("rule.matrix.corner")}</th>
            <th scope="col">{t("rule.matrix.below")}</th>
            {rule.columns.map((limit, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: limits have no names, and keep their place while typed in
              <th scope="col" key={index}>
                <NumberInput
                  percent={columnPercent}
                  value={limit}
                  label={t("rule.matrix.columnOf", { column: index + 1 })}
                  onChange={(value) => onChange(withLimit(rule, "columns", index, value))}
                />
                {rule.columns.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t("rule.matrix.removeColumn", { column: index + 1 })}
                    onClick={() => onChange(withoutColumn(rule, index))}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rule.values.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <tr key={row}>
              <th scope="row">
                {row === 0 ? (
                  t("rule.matrix.below")
                ) : (
                  <>
                    <NumberInput
                      percent={rowPercent}
                      value={rule.rows[row - 1] ?? "0"}
                      label={t("rule.matrix.rowOf", { row })}
                      onChange={(value) => onChange(withLimit(rule, "rows", row - 1, value))}
                    />
                    {rule.rows.length > 1 && (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={t("rule.matrix.removeRow", { row })}
                        onClick={() => onChange(withoutRow(rule, row - 1))}
                      />
                    )}
                  </>
                )}
              </th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>
                  <NumberInput
                    value={cell}
                    label={t("rule.matrix.cellOf", { row: row + 1, column: column + 1 })}
                    onChange={(value) => onChange(withCell(rule, row, column, value))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
