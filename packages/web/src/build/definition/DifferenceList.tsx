import type { DifferenceShape } from "@dabiao/core/model/contract-shapes.ts";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useLocale } from "../../i18n/locale.ts";
import { differenceText } from "./difference-text.ts";

/** What changed, a line each: where, and from what to what. */
export function DifferenceList({ differences }: { readonly differences: readonly z.infer<typeof DifferenceShape>[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (differences.length === 0) return <p className="muted">{t("publish.none")}</p>;
  return (
    <ul className="plain-list differences">
      {differences.map((each) => (
        <li key={each.op + each.path.join(".")} data-op={each.op}>
          <code>{each.path.join(" / ")}</code> {t(`difference.${each.op}`)}
          {each.op === "change" && (
            <>
              {" "}
              <del>{differenceText(each.before, locale)}</del> {"→"} <ins>{differenceText(each.after, locale)}</ins>
            </>
          )}
          {each.op === "add" && <ins> {differenceText(each.after, locale)}</ins>}
          {each.op === "remove" && <del> {differenceText(each.before, locale)}</del>}
        </li>
      ))}
    </ul>
  );
}
