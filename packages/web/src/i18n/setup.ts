import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export type Language = "zh-CN" | "en";

/** A message in both languages. Parameters stand in single braces: `共 {count} 条`. */
export type Messages = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const STORED_AS = "dabiao.language";

i18next
  .use(initReactI18next)
  .init({
    lng: storedLanguage(),
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: {} }, en: { translation: {} } },
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
    keySeparator: false,
    nsSeparator: false,
    returnNull: false,
    initAsync: false,
    // Sentences that come later are shown where their keys stood.
    react: { bindI18nStore: "added" },
  })
  .catch((fault: unknown) => {
    throw fault;
  });
document.documentElement.lang = i18next.language === "en" ? "en" : "zh-Hans";

/** Adds a page's messages when its code is loaded, so a page nobody opens costs nothing. */
export function defineMessages(messages: Messages): void {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, text] of Object.entries(messages)) {
    zh[key] = text.zh;
    en[key] = text.en;
  }
  i18next.addResourceBundle("zh-CN", "translation", zh, true, true);
  i18next.addResourceBundle("en", "translation", en, true, true);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED_AS, language);
  document.documentElement.lang = language === "en" ? "en" : "zh-Hans";
  await i18next.changeLanguage(language);
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED_AS);
  if (stored === "zh-CN" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
