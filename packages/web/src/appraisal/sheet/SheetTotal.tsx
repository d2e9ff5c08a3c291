import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { shownNumber } from "../rule/shown-number.ts";

/** The result in large: score, grade and coefficient, the raw score beside it where something overruled it. */
export function SheetTotal({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const overruled =
    sheet.raw !== null && sheet.total !== null && !decimal(sheet.raw).toDecimalPlaces(2).eq(sheet.total);
  if (sheet.total === null && sheet.frozenAt === null)
    return (
      <p className="muted">
        {t(sheet.missing > 0 ? "sheet.noTotal.missing" : "sheet.noTotal", { count: sheet.missing })}
      </p>
    );
  return (
    <section className="score-summary" aria-label={t("sheet.total")}>
      <p className="score-total">
        <strong>{shownNumber(sheet.total)}</strong>
        <span className="muted">{t("score.points")}</span>
        {sheet.grade && <Tag color="blue">{t("score.grade", { grade: sheet.gradeLabel ?? sheet.grade })}</Tag>}
        {sheet.coefficient && (
          <span className="muted">{t("score.coefficient", { coefficient: shownNumber(sheet.coefficient) })}</span>
        )}
        {sheet.flags.map((flag) => (
          <Tag key={flag}>{t(`sheet.flag.${flag}`)}</Tag>
        ))}
        {sheet.exempt !== null && <Tag>{t("sheet.exempt")}</Tag>}
      </p>
      {overruled && <p className="muted">{t("sheet.raw", { raw: shownNumber(sheet.raw) })}</p>}
      {sheet.source && <p className="muted">{t(`sheet.source.${sheet.source}`)}</p>}
      {sheet.frozenAt && <p className="muted">{t("sheet.frozenAt", { at: formatMoment(sheet.frozenAt, locale) })}</p>}
    </section>
  );
}
