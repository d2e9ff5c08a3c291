import { localText } from "@dabiao/core/platform/text.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useIsPhone } from "../../shell/media.ts";
import { shownNumber, shownPercent } from "../rule/shown-number.ts";
import { LineNotes } from "./LineNotes.tsx";
import { ScoreLineCards } from "./ScoreLineCards.tsx";
import { gainText, isZero, type ScoreLinesProps, shownGiven, shownWeight, signed } from "./score-line.ts";
import { useLineFigure } from "./use-line-figure.ts";

/** Each line: target, done, attainment, points, and what reaching the target would bring. */
export function ScoreLines(props: ScoreLinesProps) {
  const isPhone = useIsPhone();
  return isPhone ? <ScoreLineCards {...props} /> : <ScoreTable {...props} />;
}

function ScoreTable({ lines, best = null, frozen = false, onWhy }: ScoreLinesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const figure = useLineFigure();
  return (
    <table className="score-table">
      <thead>
        <tr>
          <th scope="col">{t("score.line")}</th>
          <th scope="col">{t("score.weight")}</th>
          <th scope="col">{t("score.target")}</th>
          <th scope="col">{t("score.actual")}</th>
          <th scope="col">{t("score.attain")}</th>
          <th scope="col">{t("score.given")}</th>
          <th scope="col">{t("score.inTotal")}</th>
          {!frozen && <th scope="col">{t("score.gain")}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <th scope="row">
              {localText(line.label, locale)}
              {best?.item === line.item && !frozen && (
                <Tag color="blue" className="score-tag">
                  {t("score.bestTag")}
                </Tag>
              )}
              <LineNotes line={line} />
            </th>
            <td>{line.kind === "scored" ? shownWeight(line) : t(`score.kind.${line.kind}`)}</td>
            <td>{figure(line, line.target)}</td>
            <td>{figure(line, line.actual)}</td>
            <td>{line.source === "kpi" ? shownPercent(line.attain) : ""}</td>
            <td>{shownGiven(line)}</td>
            <td>
              <button
                type="button"
                className="score-why"
                title={t("score.why")}
                aria-label={t("score.whyOf", { item: localText(line.label, locale), points: shownNumber(line.points) })}
                onClick={() => onWhy(line.item)}
              >
                {signed(line)}
              </button>
            </td>
            {!frozen && (
              <td>
                {gainText(line)}
                {line.unit && !isZero(line.unit.gain) && (
                  <span className="score-notes muted">
                    {t("score.unit", { step: figure(line, line.unit.step), gain: shownNumber(line.unit.gain) })}
                  </span>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
