import type { SheetCard } from "@dabiao/core/appraisal/sheet.ts";
import { Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PathLink } from "../../kit/PathLink.tsx";
import { useIsPhone } from "../../shell/media.ts";
import { shownNumber } from "../rule/shown-number.ts";

interface SheetRowsProps {
  readonly sheets: readonly SheetCard[];
  /** One more column, such as what can be done with each. */
  readonly last?: { readonly label: string; readonly cell: (sheet: SheetCard) => ReactNode };
}

/** Sheets in a table; on a phone, a card each. */
export function SheetRows({ sheets, last }: SheetRowsProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  if (isPhone)
    return (
      <ul className="cycle-list">
        {sheets.map((sheet) => (
          <li key={sheet.id} className="card cycle-row">
            <span className="cycle-name">
              <PathLink to={`/kpi/sheets/${sheet.id}`}>{sheet.name}</PathLink>
              <span className="muted">{t(`sheet.state.${sheet.state}`)}</span>
              <Flags sheet={sheet} />
            </span>
            <strong>{shownNumber(sheet.total)}</strong>
            <span>{sheet.grade ?? ""}</span>
            {last?.cell(sheet)}
          </li>
        ))}
      </ul>
    );
  return (
    <div className="rule-scroll">
      <table className="score-table sheet-table">
        <thead>
          <tr>
            <th scope="col">{t("sheet.name")}</th>
            <th scope="col">{t("sheet.unit")}</th>
            <th scope="col">{t("sheet.card")}</th>
            <th scope="col">{t("sheet.stateHead")}</th>
            <th scope="col">{t("sheet.total")}</th>
            <th scope="col">{t("cards.grade")}</th>
            <th scope="col">{t("cards.grade.coefficient")}</th>
            {last && <th scope="col">{last.label}</th>}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.id}>
              <th scope="row">
                <PathLink to={`/kpi/sheets/${sheet.id}`}>{sheet.name}</PathLink>
                <Flags sheet={sheet} />
              </th>
              <td>{sheet.unit}</td>
              <td>{sheet.card}</td>
              <td>{t(`sheet.state.${sheet.state}`)}</td>
              <td>{shownNumber(sheet.total)}</td>
              <td>{sheet.grade ?? ""}</td>
              <td>{sheet.coefficient === null ? "" : shownNumber(sheet.coefficient)}</td>
              {last && <td>{last.cell(sheet)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Flags({ sheet: { flags, missing, exempt, source } }: { readonly sheet: SheetCard }) {
  const { t } = useTranslation();
  return (
    <span className="sheet-flags">
      {missing > 0 && <Tag color="error">{t("sheet.missing", { count: missing })}</Tag>}
      {exempt !== null && <Tag title={exempt}>{t("sheet.exempt")}</Tag>}
      {source === "calibration" && <Tag color="blue">{t("sheet.calibrated")}</Tag>}
      {source === "reconsideration" && <Tag color="blue">{t("sheet.reconsidered")}</Tag>}
      {flags.map((flag) => (
        <Tag key={flag}>{t(`sheet.flag.${flag}`)}</Tag>
      ))}
    </span>
  );
}
