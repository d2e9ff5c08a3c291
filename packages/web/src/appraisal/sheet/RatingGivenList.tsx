import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shownNumber } from "../rule/shown-number.ts";

/** What was said: the self-review, the manager's words, and each rating; nobody is named among few. */
export function RatingGivenList({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = new Map(
    sheet.parts.flatMap(({ lines }) => lines.map(({ item, label }) => [item, localText(label, locale)])),
  );
  if (sheet.ratings.length === 0 && !sheet.selfSummary && !sheet.comment) return null;
  return (
    <>
      <h2 className="cycles-head">{t("rating.given")}</h2>
      {sheet.selfSummary && (
        <p>
          <strong>{t("rating.summary")}</strong> {sheet.selfSummary}
        </p>
      )}
      {sheet.comment && (
        <p>
          <strong>{t("rating.comment")}</strong> {sheet.comment}
        </p>
      )}
      <ul className="change-list">
        {sheet.ratings.map((rating) => (
          <li key={`${rating.partId}${rating.item}${rating.role}${rating.rater}${rating.at}`}>
            <span>
              <strong>{labels.get(rating.item) ?? rating.item}</strong> {t(`rater.${rating.role}`)}
              {rating.rater && ` ${rating.rater}`} {rating.option ?? ""} {shownNumber(rating.points)}
            </span>
            {rating.comment && <span className="muted">{rating.comment}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
