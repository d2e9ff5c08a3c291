import type { Sheet, SheetLine, SheetPart } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { ScoreLines } from "../me/ScoreLines.tsx";
import { shownNumber } from "../rule/shown-number.ts";
import { TraceDrawer } from "../trace/TraceDrawer.tsx";
import { OverrideDialog } from "./OverrideDialog.tsx";

interface SheetPartViewProps {
  readonly part: SheetPart;
  readonly sheet: Sheet;
}

/** One sub-record: its lines with target, actual and points; each number says why, and may be corrected where allowed. */
export function SheetPartView({ part, sheet }: SheetPartViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [opened, setOpened] = useState<string | null>(null);
  const [overriding, setOverriding] = useState(false);
  const line: SheetLine | undefined = part.lines.find(({ item }) => item === opened);
  return (
    <section className="sheet-part" aria-label={localText(part.cardLabel, locale)}>
      <header className="item-panel-head">
        <h2 className="cycles-head">
          {localText(part.cardLabel, locale)}
          {sheet.parts.length > 1 && (
            <span className="muted sheet-days">
              {[
                part.unit,
                `${formatDay(part.from, locale)}–${formatDay(part.to, locale)}`,
                t("sheet.part", { share: shownNumber(part.share), total: shownNumber(part.total) }),
              ].join(" · ")}
            </span>
          )}
        </h2>
        <span className="no-print">
          <Button onClick={() => setOpened("")}>{t("score.why")}</Button>{" "}
          {sheet.may.includes("override") && <Button onClick={() => setOverriding(true)}>{t("sheet.override")}</Button>}
        </span>
      </header>
      <ScoreLines lines={part.lines} frozen={sheet.frozenAt !== null} onWhy={setOpened} />
      <TraceDrawer
        open={opened !== null}
        line={line ?? null}
        lines={part.lines}
        total={part.trace}
        memberId={sheet.memberId}
        title={t("trace.title")}
        onClose={() => setOpened(null)}
      />
      {overriding && <OverrideDialog part={part} sheetId={sheet.id} onClose={() => setOverriding(false)} />}
    </section>
  );
}
