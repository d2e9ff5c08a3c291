import type { ManualRow } from "@dabiao/core/metrics/manual-contract.ts";
import type { Unit } from "@dabiao/core/metrics/metric.ts";
import { Button, Tag, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { tableFigure } from "../../kit/figures.ts";

interface RowStateProps {
  readonly row: ManualRow;
  readonly unit: Unit;
  readonly fault: string | null;
  readonly onHistory: () => void;
  readonly onConfirm?: () => void;
  readonly onReturn?: () => void;
}

const COLOURS = { none: "default", entered: "processing", returned: "warning", confirmed: "success" } as const;

/** How a line stands, what counts meanwhile, and what the reader may do about it. */
export function RowState({ row, unit, fault, onHistory, onConfirm, onReturn }: RowStateProps) {
  const { t } = useTranslation();
  const { waiting, returned, counting } = row;
  const state = waiting ? "entered" : returned ? "returned" : counting ? "confirmed" : "none";
  return (
    <div className="entry-state">
      <span>
        <Tag color={COLOURS[state]}>{t(`entry.state.${state}`)}</Tag>
        {waiting && counting && (
          <span className="muted">{t("entry.counts", { value: tableFigure(counting.value, unit) })}</span>
        )}
        {state !== "none" && (
          <Button type="link" size="small" aria-label={`${row.name} ${t("entry.history")}`} onClick={onHistory}>
            {t("entry.history")}
          </Button>
        )}
      </span>
      {returned && !waiting && (
        <Typography.Text type="warning">{t("entry.reason", { reason: returned.reason })}</Typography.Text>
      )}
      {fault && (
        <Typography.Text type="danger" role="alert">
          {fault}
        </Typography.Text>
      )}
      {onConfirm && onReturn && (
        <span>
          <Button
            size="small"
            type="primary"
            ghost
            aria-label={`${row.name} ${t("entry.confirm")}`}
            onClick={onConfirm}
          >
            {t("entry.confirm")}
          </Button>{" "}
          <Button size="small" aria-label={`${row.name} ${t("entry.return")}`} onClick={onReturn}>
            {t("entry.return")}
          </Button>
        </span>
      )}
    </div>
  );
}
