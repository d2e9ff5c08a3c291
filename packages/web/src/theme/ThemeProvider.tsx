import { App, ConfigProvider } from "antd";
import zh from "antd/locale/zh_CN";
import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { antdTheme } from "./antd-theme.ts";
import { writeCssVariables } from "./css-variables.ts";
import { darkTokens, lightTokens, type Tokens } from "./tokens.ts";

export type ThemeChoice = "system" | "light" | "dark";

interface ThemeState {
  readonly choice: ThemeChoice;
  readonly dark: boolean;
  readonly tokens: Tokens;
  choose(choice: ThemeChoice): void;
}

const STORED_AS = "dabiao.theme";
const ThemeContext = createContext<ThemeState | null>(null);
const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** The theme in force: tokens for charts and grids, and the choice for the menu. */
export function useTheme(): ThemeState {
  const state = use(ThemeContext);
  if (!state) throw new Error("useTheme needs a ThemeProvider above it");
  return state;
}

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const [choice, setChoice] = useState<ThemeChoice>(
    () => (localStorage.getItem(STORED_AS) as ThemeChoice | null) ?? "system",
  );
  const en = useEnglish(i18n.language === "en");
  const systemIsDark = useSyncExternalStore(onSystemChange, () => systemDark.matches);
  const dark = choice === "dark" || (choice === "system" && systemIsDark);
  const tokens = dark ? darkTokens : lightTokens;
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    writeCssVariables(tokens);
  }, [dark, tokens]);
  const state = useMemo<ThemeState>(
    () => ({
      choice,
      dark,
      tokens,
      choose(next) {
        localStorage.setItem(STORED_AS, next);
        setChoice(next);
      },
    }),
    [choice, dark, tokens],
  );
  return (
    <ThemeContext value={state}>
      <ConfigProvider
        locale={i18n.language === "en" ? (en ?? zh) : zh}
        theme={antdTheme(tokens, dark)}
        button={{ autoInsertSpace: false }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  );
}

function onSystemChange(changed: () => void): () => void {
  systemDark.addEventListener("change", changed);
  return () => systemDark.removeEventListener("change", changed);
}

/** The English words of the components, loaded when they are first needed. */
function useEnglish(needed: boolean): typeof zh | null {
  const [words, setWords] = useState<typeof zh | null>(null);
  useEffect(() => {
    if (!needed) return;
    void import("antd/locale/en_US").then(({ default: english }) => setWords(english));
  }, [needed]);
  return words;
}
