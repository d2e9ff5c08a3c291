import { localText } from "@dabiao/core/platform/text.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shownNumber, shownPercent } from "../rule/shown-number.ts";
import { LineNotes } from "./LineNotes.tsx";
import { gainText, isZero, type ScoreLinesProps, shownGiven, shownWeight, signed } from "./score-line.ts";
import { useLineFigure } from "./use-line-figure.ts";

/** The lines on a phone: one card each, the whole of it opens the reason. */
export function ScoreLineCards({ lines, best = null, frozen = false, onWhy }: ScoreLinesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const figure = useLineFigure();
  return (
    <ul className="score-cards">
      {lines.map((line) => {
        const gain = frozen ? "" : gainText(line);
        return (
          <li key={line.item}>
            <button type="button" className="card score-card" onClick={() => onWhy(line.item)}>
              <span className="score-card-head">
                <strong>{localText(line.label, locale)}</strong>
                <strong className="score-card-points">{signed(line)}</strong>
              </span>
              {line.source === "kpi" && (
                <span className="muted">
                  {line.target === null
                    ? t("score.card.actual", { actual: figure(line, line.actual) })
                    : t("score.card.done", {
                        actual: figure(line, line.actual),
                        target: figure(line, line.target),
                        attain: shownPercent(line.attain),
                      })}
                </span>
              )}
              <span className="muted">
                {line.kind === "scored"
                  ? t("score.card.given", { given: shownGiven(line), weight: shownWeight(line) })
                  : t(`score.kind.${line.kind}`)}
              </span>
              <LineNotes line={line} />
              {gain !== "" && (
                <span>
                  {best?.item === line.item && (
                    <Tag color="blue" className="score-tag">
                      {t("score.bestTag")}
                    </Tag>
                  )}{" "}
                  {t("score.card.gain", { gain })}
                </span>
              )}
              {!frozen && line.unit && !isZero(line.unit.gain) && (
                <span className="muted">
                  {t("score.unit", { step: figure(line, line.unit.step), gain: shownNumber(line.unit.gain) })}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
