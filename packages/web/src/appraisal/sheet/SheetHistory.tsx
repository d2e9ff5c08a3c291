import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { shownChange } from "../shown-change.ts";

/** Differences posted after the freeze, and who signed what. */
export function SheetHistory({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      {sheet.adjustments.length > 0 && (
        <section aria-label={t("adjust.title")}>
          <h2 className="cycles-head">{t("adjust.title")}</h2>
          <ul className="change-list">
            {sheet.adjustments.map((each) => (
              <li key={each.id}>
                <span>
                  {each.label && localText(each.label, locale)} {t(`adjust.field.${each.field}`)}{" "}
                  {shownChange(each.before, each.after)}
                </span>
                <span>{each.reason}</span>
                <span className="muted">{`${each.by ?? t("adjust.system")} · ${formatMoment(each.at, locale)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.signatures.length > 0 && (
        <section aria-label={t("signature.title")}>
          <h2 className="cycles-head">{t("signature.title")}</h2>
          <ul className="change-list">
            {sheet.signatures.map((each) => (
              <li key={`${each.kind}${each.at}`}>
                <span>
                  {t(`signature.${each.kind}`)} <strong>{each.name}</strong> {formatMoment(each.at, locale)}
                </span>
                {each.reason && <span>{each.reason}</span>}
                <code className="muted" title={each.hash}>
                  {each.hash.slice(0, 12)}
                </code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.hash && <p className="muted sheet-hash">{t("sheet.hash", { hash: sheet.hash })}</p>}
    </>
  );
}
