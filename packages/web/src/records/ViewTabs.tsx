import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListState } from "./use-list.ts";
import { ViewChanges } from "./ViewChanges.tsx";

/** The views of an object side by side, and what one changed on the open one. */
export function ViewTabs({ definition, list }: { readonly definition: ObjectDefinition; readonly list: ListState }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="view-tabs">
      <div role="tablist" aria-label={t("list.views")}>
        {list.tabs.map((tab) => (
          <button
            key={tab.key ?? "all"}
            type="button"
            role="tab"
            className="view-tab"
            aria-selected={!list.isBin && tab.key === list.tab.key}
            onClick={() => list.open(tab)}
          >
            {tab.view ? localText(tab.view.body.label, locale) : t("list.all")}
          </button>
        ))}
      </div>
      {!list.isBin && <ViewChanges definition={definition} list={list} />}
    </div>
  );
}
