import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import type { CustomCellRendererProps } from "ag-grid-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SliceName } from "../life/SliceName.tsx";
import type { GoalLine } from "./goal-node.ts";
import type { GoalGridContext } from "./grid-context.ts";

const INDENT_PX = 16;

/** Who: a unit that opens, a person, or the place where more rows come when it is scrolled to. */
export function GoalNameCell({ data, context }: CustomCellRendererProps<GoalLine, unknown, GoalGridContext>) {
  if (!data) return null;
  return data.kind === "more" ? <MoreLine line={data} context={context} /> : <RowName line={data} context={context} />;
}

interface LineProps<Kind extends GoalLine["kind"]> {
  readonly line: Extract<GoalLine, { kind: Kind }>;
  readonly context: GoalGridContext;
}

function RowName({ line: { row, depth, open }, context }: LineProps<"row">) {
  const { t } = useTranslation();
  return (
    <span className="goal-name" style={{ paddingInlineStart: depth * INDENT_PX }}>
      {row.children > 0 ? (
        <button
          type="button"
          className="goal-open"
          aria-expanded={open}
          aria-label={t(open ? "goals.close" : "goals.open", { name: row.name })}
          onClick={() => context.toggle(row)}
        >
          {open ? <CaretDownOutlined /> : <CaretRightOutlined />}
        </button>
      ) : (
        <span className="goal-open" />
      )}
      <span className="goal-who">
        {row.slice === null ? row.name : <SliceName kpi={context.kpi} slice={row.slice} />}
      </span>
      {row.children > 0 && row.subject.kind === "unit" && (
        <span className="muted">{t("goals.childCount", { count: row.children })}</span>
      )}
      {row.gone && <span className="goal-gone">{t("goals.gone")}</span>}
    </span>
  );
}

/** Asks for the next rows as soon as it is drawn. */
function MoreLine({ line: { parent, depth, left }, context }: LineProps<"more">) {
  const { t } = useTranslation();
  // The line is drawn anew for every window, so each asks once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => context.more(parent), []);
  return (
    <span className="muted" style={{ paddingInlineStart: depth * INDENT_PX }}>
      {t("goals.more", { count: left })}
    </span>
  );
}
