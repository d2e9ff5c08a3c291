import { Result } from "antd";
import { useTranslation } from "react-i18next";

/** Not open to this member, and who could open it. */
export function Forbidden({ reason }: { readonly reason: string }) {
  const { t } = useTranslation();
  return <Result status="403" title={reason} subTitle={t("state.forbidden")} />;
}
