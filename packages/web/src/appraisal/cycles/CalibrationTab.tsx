import type { SheetCard } from "@dabiao/core/appraisal/sheet.ts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { UnitSelect } from "../../kpi/UnitSelect.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { calibrationQuery } from "../queries.ts";
import { shownChange } from "../shown-change.ts";
import { CalibrateDialog } from "./CalibrateDialog.tsx";
import type { CycleDetail } from "./CyclePage.tsx";
import { DistributionBars } from "./DistributionBars.tsx";
import { SheetRows } from "./SheetRows.tsx";
import "../../kpi/messages.ts";

/** 校准: a group by score, its grades against the guide, and every change with its reason. */
export function CalibrationTab({ cycle }: { readonly cycle: CycleDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [unit, setUnit] = useState<string>();
  const [changing, setChanging] = useState<SheetCard | null>(null);
  const group = useQuery(calibrationQuery(cycle.id, unit));
  const open = cycle.state === "calibrating";
  return (
    <>
      <div className="design-row cycle-controls">
        <UnitSelect value={unit} onChange={setUnit} />
        {!open && <span className="muted">{t("calibration.notOpen")}</span>}
      </div>
      <Region query={group} rows={8}>
        {(data) => (
          <>
            <p className="muted">
              {t(`calibration.mode.${data.mode ?? "none"}`)}{" "}
              {t("calibration.counted", { counted: data.counted, exempt: data.exempt })}
            </p>
            <DistributionBars grades={data.grades} />
            <SheetRows
              sheets={data.sheets}
              {...(open
                ? {
                    last: {
                      label: t("calibration.act"),
                      cell: (sheet: SheetCard) => (
                        <Button
                          size="small"
                          aria-label={t("calibration.changeOf", { name: sheet.name })}
                          onClick={() => setChanging(sheet)}
                        >
                          {t("calibration.change")}
                        </Button>
                      ),
                    },
                  }
                : {})}
            />
            {data.more && <p className="muted">{t("calibration.more")}</p>}
            {data.changes.length > 0 && <h2 className="cycles-head">{t("calibration.changes")}</h2>}
            <ul className="change-list">
              {data.changes.map(({ id, at, name, before, after, reason, by }) => (
                <li key={id}>
                  <span>
                    <strong>{name}</strong> {shownChange(before.total, after.total)}{" "}
                    {shownChange(before.grade, after.grade)}
                  </span>
                  <span>{reason}</span>
                  <span className="muted">{`${by} · ${formatMoment(at, locale)}`}</span>
                </li>
              ))}
            </ul>
            {changing && (
              <CalibrateDialog
                sheet={changing}
                grades={data.grades.map(({ grade }) => grade)}
                onClose={() => setChanging(null)}
              />
            )}
          </>
        )}
      </Region>
    </>
  );
}
