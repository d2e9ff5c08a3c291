import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { ApiRefusal } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";

/** What a form's last try was refused for: every fault as a sentence, read out by screen readers. */
export function FormFault({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  if (!error) return null;
  const issues = error instanceof ApiRefusal ? error.issues : [];
  const sentences = issues.map((issue) => t(`refusal.${issue.code}`, { ...issue.params, defaultValue: issue.code }));
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBlockEnd: 16 }}
      title={sentences.length > 0 ? sentences.join(" ") : refusalText(error)}
    />
  );
}
