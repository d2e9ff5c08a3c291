import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { useTranslation } from "react-i18next";
import { shownNumber } from "../rule/shown-number.ts";

/** Why a line has no points, or was changed by hand. */
export function LineNotes({ line }: { readonly line: SheetLine }) {
  const { t } = useTranslation();
  return (
    <span className="score-notes muted">
      {line.source === "award" && line.state !== "scored" && t("score.noAward")}
      {line.source !== "award" &&
        line.state !== "scored" &&
        t(`score.state.${line.reason ?? line.state}`, { defaultValue: t(`score.state.${line.state}`) })}
      {line.systemPoints !== null && t("score.overridden", { system: shownNumber(line.systemPoints) })}
    </span>
  );
}
