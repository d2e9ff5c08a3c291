import { App, Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { loadDemoCompany, removeDemoCompany } from "../../home/demo.ts";
import { chooseLanguage, type Language } from "../../i18n/setup.ts";
import { useSession } from "../../people/session.ts";
import { useTheme } from "../../theme/ThemeProvider.tsx";
import { useErrorWords } from "../definition/issue-words.ts";

/** Language, appearance, the demo company, and where backups are made. */
export function GeneralTab() {
  const { t, i18n } = useTranslation();
  const { choice, choose } = useTheme();
  const { modal, message } = App.useApp();
  const words = useErrorWords();
  const { workspaces } = useSession();
  const hasDemo = workspaces.some(({ kind }) => kind === "demo");

  async function turn(work: () => Promise<void>) {
    try {
      await work();
      location.assign("/home");
    } catch (error) {
      void message.error(words(error));
    }
  }

  function removeDemo() {
    void modal.confirm({
      title: t("general.demo.remove"),
      content: t("shell.demo.confirm"),
      okButtonProps: { danger: true },
      onOk: () => turn(removeDemoCompany),
    });
  }

  return (
    <div className="system-cards">
      <section className="card">
        <h2>{t("shell.language")}</h2>
        <Segmented<Language>
          aria-label={t("shell.language")}
          value={i18n.language === "en" ? "en" : "zh-CN"}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
          onChange={(language) => void chooseLanguage(language)}
        />
      </section>
      <section className="card">
        <h2>{t("shell.theme")}</h2>
        <Segmented
          aria-label={t("shell.theme")}
          value={choice}
          options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
          onChange={choose}
        />
      </section>
      <section className="card">
        <h2>{t("general.demo")}</h2>
        <p className="muted">{t("general.demo.hint")}</p>
        {hasDemo ? (
          <Button danger onClick={removeDemo}>
            {t("general.demo.remove")}
          </Button>
        ) : (
          <LoadDemo onLoad={() => turn(loadDemoCompany)} />
        )}
      </section>
      <section className="card">
        <h2>{t("general.backup")}</h2>
        <p className="muted">{t("general.backup.hint")}</p>
      </section>
    </div>
  );
}

function LoadDemo({ onLoad }: { onLoad(): Promise<void> }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const ask = () =>
    void modal.confirm({ title: t("general.demo.load"), content: t("general.demo.hint"), onOk: onLoad });
  return <Button onClick={ask}>{t("general.demo.load")}</Button>;
}
