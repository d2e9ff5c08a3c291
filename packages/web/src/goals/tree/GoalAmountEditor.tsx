import type { CustomCellEditorProps } from "ag-grid-react";
import { useTranslation } from "react-i18next";
import { useTypedCell } from "../../records/grid/use-typed-cell.ts";
import type { GoalCell, GoalLine } from "./goal-node.ts";
import type { GoalGridContext } from "./grid-context.ts";

type EditorProps = CustomCellEditorProps<GoalLine, GoalCell | string | null, GoalGridContext>;

/** A plain box: 680万, 1.2亿 or 1,200 as people type it. The grid hears text; who takes it reads the number. */
export function GoalAmountEditor({ value, eventKey, onValueChange }: EditorProps) {
  const { t } = useTranslation();
  const started = eventKey !== null && /^[\d.\-+]$/.test(eventKey) ? eventKey : null;
  const { box, text, setText } = useTypedCell(started, () => amountOf(value), onValueChange);
  return (
    <input
      ref={box}
      className="grid-input goal-input"
      inputMode="decimal"
      value={text}
      aria-label={t("goals.amount")}
      onChange={({ target }) => {
        setText(target.value);
        onValueChange(target.value);
      }}
    />
  );
}

function amountOf(value: GoalCell | string | null | undefined): string {
  if (typeof value === "string") return value;
  return value?.amount ?? value?.sum ?? "";
}
