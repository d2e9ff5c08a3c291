import type { Locale } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";

/** The reader's locale, as core's formatters take it. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "zh-CN";
}
