import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Board } from "@dabiao/core/goals/board.ts";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName } from "../metrics/period-name.ts";
import { useGo } from "../shell/use-go.ts";

interface QuietNoteProps {
  readonly board: Board | undefined;
  /** The period's name. */
  readonly period: string;
  readonly lastMonth: string | null;
  readonly calendar: Calendar;
  readonly onShow: (month: string) => void;
}

/** A period without figures names the way to some: the last month that has them, or an import. */
export function QuietNote({ board, period, lastMonth, calendar, onShow }: QuietNoteProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  if (!board || board.total.cells.some(({ actual }) => actual !== null && Number(actual) !== 0)) return null;
  if (lastMonth === null) {
    const start = (
      <Button size="small" onClick={() => go("/build/import/new")}>
        {t("kpi.noRecords.import")}
      </Button>
    );
    return <Alert className="board-note" type="info" title={t("kpi.noRecords")} action={start} />;
  }
  const last = periodName(lastMonth, calendar, locale);
  const show = (
    <Button size="small" type="primary" onClick={() => onShow(lastMonth)}>
      {t("kpi.quiet.act", { last })}
    </Button>
  );
  return <Alert className="board-note" type="info" title={t("kpi.quiet", { period, last })} action={show} />;
}
