import type { LiveScore } from "@dabiao/core/appraisal/live-score.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { shownNumber } from "../rule/shown-number.ts";

interface ScoreSummaryProps {
  readonly score: LiveScore;
  readonly onWhy: () => void;
}

/** The score in large, its grade, and what is missing to the next one. */
export function ScoreSummary({ score, onWhy }: ScoreSummaryProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  const best = score.lines.find(({ item }) => item === score.best?.item);
  return (
    <section className="score-summary" aria-label={localText(score.cardLabel, locale)}>
      <p className="score-period">
        {`${localText(score.cardLabel, locale)} · ${periodName(score.period, calendar, locale)}`}
        {score.frozen && <Tag className="score-frozen">{t("score.frozen")}</Tag>}
      </p>
      <p className="score-total">
        <strong>{shownNumber(score.total)}</strong>
        <span className="muted">{t("score.points")}</span>
        {score.grade && (
          <Tag color="blue" className="score-grade">
            {t("score.grade", { grade: score.gradeLabel ?? score.grade })}
          </Tag>
        )}
        {score.coefficient && (
          <span className="muted">{t("score.coefficient", { coefficient: shownNumber(score.coefficient) })}</span>
        )}
      </p>
      {score.missing > 0 && <p className="muted">{t("score.missing", { count: score.missing })}</p>}
      {score.next && !score.frozen && (
        <p>{t("score.next", { grade: score.next.grade, points: shownNumber(score.next.points) })}</p>
      )}
      {best && score.best && !score.frozen && (
        <p className="score-best">
          {t("score.best", { item: localText(best.label, locale), gain: shownNumber(score.best.gain) })}
        </p>
      )}
      <Button onClick={onWhy}>{t("score.why")}</Button>
    </section>
  );
}
