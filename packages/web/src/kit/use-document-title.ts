import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the browser's tab after the page, so that tabs, history and screen readers tell pages apart. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const name = t("app.name");
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
