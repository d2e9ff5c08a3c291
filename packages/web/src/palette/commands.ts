import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useObjectIndex } from "../model/object-index.ts";
import { usePermissions } from "../people/session.ts";
import { openPlaces } from "../shell/places.tsx";

export interface Command {
  readonly label: string;
  readonly group: string;
  readonly path: string;
}

/** Pages, objects and "new …" that the words fit; all pages when there are no words. */
export function useCommands(words: string): readonly Command[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const permissions = usePermissions();
  const objects = useObjectIndex();
  const pages = openPlaces(permissions).flatMap((place) =>
    place.pages.length > 0
      ? place.pages.map((page) => ({ label: t(page.label), group: t(place.label), path: page.path }))
      : [{ label: t(place.label), group: t("palette.pages"), path: place.path }],
  );
  const lists = objects.map((object) => ({
    label: localText(object.label, locale),
    group: t("place.sales"),
    path: `/o/${object.key}`,
  }));
  const creations = objects
    .filter((object) => object.create)
    .map((object) => ({
      label: `${t("shell.new")} ${localText(object.label, locale)}`,
      group: t("palette.actions"),
      path: `/o/${object.key}?new=1`,
    }));
  const wanted = words
    .replace(/^[>@#/?]/, "")
    .trim()
    .toLowerCase();
  return [...pages, ...lists, ...creations]
    .filter(({ label, path }) => label.toLowerCase().includes(wanted) || path.includes(wanted || "/"))
    .slice(0, 12);
}
