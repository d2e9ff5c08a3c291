import type { ScoreHistory } from "@dabiao/core/appraisal/live-score.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { shownNumber } from "../rule/shown-number.ts";

/** Scores of past periods, each the way to its sheet; a bar of 120 tells them apart at a glance. */
export function ScoreHistoryList({ history }: { readonly history: readonly ScoreHistory[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  return (
    <section aria-label={t("score.history")}>
      <h2 className="score-head">{t("score.history")}</h2>
      <ul className="score-history">
        {history.map(({ sheetId, period, total, grade }) => (
          <li key={sheetId}>
            <PathLink to={`/kpi/sheets/${sheetId}`}>{periodName(period, calendar, locale)}</PathLink>
            <span className="score-bar" aria-hidden="true">
              <span
                style={{ inlineSize: `${total === null ? 0 : Math.min(100, decimal(total).div("1.2").toNumber())}%` }}
              />
            </span>
            <strong>{shownNumber(total)}</strong>
            <span>{grade ?? ""}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
