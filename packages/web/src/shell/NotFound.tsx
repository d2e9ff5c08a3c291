import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import "./messages.ts";
import { useGo } from "./use-go.ts";

export function NotFound() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Result
      status="404"
      title={t("state.notFound")}
      subTitle={t("state.notFound.hint")}
      extra={
        <Button type="primary" onClick={() => go("/home")}>
          {t("state.home")}
        </Button>
      }
    />
  );
}
