import type { ManualRow, ManualSheet } from "@dabiao/core/metrics/manual-contract.ts";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { ApiRefusal } from "../../api/call.ts";
import { useIssueWords } from "../../build/definition/issue-words.ts";
import { useIsPhone } from "../../shell/media.ts";
import { EntryField } from "./EntryField.tsx";
import { RowState } from "./RowState.tsx";
import type { EntryEdits } from "./use-entry-edits.ts";

export interface EntryRowsProps {
  readonly sheet: ManualSheet;
  readonly edits: EntryEdits;
  readonly fault: Error | null;
  readonly onConfirm: (id: string) => void;
  readonly onReturn: (id: string) => void;
  readonly onHistory: (memberId: string) => void;
}

const ROWS_SHOWN = 50;

/** A line per person: a grid on a desk, cards on a phone. */
export function EntryRows(props: EntryRowsProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const faultOf = useRowFaults(props);
  const { sheet, edits } = props;
  const isRequired = sheet.measure.evidence === "required";
  const state = (row: ManualRow) => (
    <RowState row={row} unit={sheet.unit} fault={faultOf(row)} {...actionsOf(props, row)} />
  );
  const field = (row: ManualRow, part: "value" | "note" | "evidence") => (
    <EntryField
      row={row}
      part={part}
      edits={edits}
      label={`${row.name} ${t(`entry.${part}`)}`}
      {...(isPhone ? { hint: t(part === "evidence" && isRequired ? "entry.evidence.must" : `entry.${part}`) } : {})}
    />
  );
  if (isPhone)
    return (
      <div className="entry-cards">
        {sheet.rows.map((row) => (
          <article key={row.memberId} className="card entry-card">
            <strong>
              {row.name} <span className="muted">{row.unit}</span>
            </strong>
            {field(row, "value")}
            {sheet.measure.evidence !== "none" && row.mayEnter && field(row, "evidence")}
            {row.mayEnter && field(row, "note")}
            {state(row)}
          </article>
        ))}
      </div>
    );
  return (
    <Table<ManualRow>
      size="small"
      rowKey="memberId"
      dataSource={[...sheet.rows]}
      pagination={sheet.rows.length > ROWS_SHOWN ? { pageSize: ROWS_SHOWN, showSizeChanger: false } : false}
      columns={[
        { title: t("entry.person"), dataIndex: "name", width: 120 },
        { title: t("entry.unit"), dataIndex: "unit", width: 140, responsive: ["lg"] },
        { title: t("entry.value"), key: "value", width: 140, render: (_, row) => field(row, "value") },
        ...(sheet.measure.evidence === "none"
          ? []
          : [
              {
                title: t(isRequired ? "entry.evidence.must" : "entry.evidence"),
                key: "evidence",
                render: (_: unknown, row: ManualRow) => field(row, "evidence"),
              },
            ]),
        { title: t("entry.note"), key: "note", render: (_, row) => field(row, "note") },
        { title: t("entry.state"), key: "state", width: 260, render: (_, row) => state(row) },
      ]}
    />
  );
}

function actionsOf({ onConfirm, onReturn, onHistory }: EntryRowsProps, { memberId, waiting, mayConfirm }: ManualRow) {
  const id = waiting?.id;
  return {
    onHistory: () => onHistory(memberId),
    ...(id && mayConfirm ? { onConfirm: () => onConfirm(id), onReturn: () => onReturn(id) } : {}),
  };
}

/** What the last try was refused for, line by line. */
function useRowFaults({ fault, edits }: EntryRowsProps): (row: ManualRow) => string | null {
  const words = useIssueWords();
  const issues = fault instanceof ApiRefusal ? fault.issues : [];
  return ({ memberId }) => {
    const index = edits.changed.findIndex((entry) => entry.memberId === memberId);
    const own = issues.filter(({ path }) => index >= 0 && path[0] === "entries" && path[1] === index);
    return own.length === 0 ? null : own.map(words).join(" ");
  };
}
