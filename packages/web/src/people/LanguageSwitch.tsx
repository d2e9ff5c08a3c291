import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../i18n/setup.ts";

/** One button to the other language, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const english = i18n.language === "en";
  const other = english ? ({ key: "zh-CN", name: "中文" } as const) : ({ key: "en", name: "English" } as const);
  return (
    <Button type="text" size="small" lang={other.key} onClick={() => void chooseLanguage(other.key)}>
      {other.name}
    </Button>
  );
}
