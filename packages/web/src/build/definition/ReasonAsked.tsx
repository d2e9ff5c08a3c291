import { findingSentence } from "@dabiao/core/metrics/lint/finding-sentence.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { Alert, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import "./messages.ts";

interface ReasonAskedProps {
  readonly issues: readonly Issue[];
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** What a check has against publishing, and the place to say why it is done all the same. */
export function ReasonAsked({ issues, reason, onChange }: ReasonAskedProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const said = issues.map(({ code, params, path }) => ({
    name: `${code} ${path.join(".")}`,
    ...findingSentence({ code, params: textParams(params) }, locale),
  }));
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="reason-asked"
      title={t("publish.reason.title")}
      description={
        <>
          <ul>
            {said.map(({ name, says, mend }) => (
              <li key={name}>
                {says} <span className="muted">{mend}</span>
              </li>
            ))}
          </ul>
          <Input.TextArea
            value={reason}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            placeholder={t("publish.reason.hint")}
            aria-label={t("publish.reason")}
            onChange={({ target }) => onChange(target.value)}
          />
        </>
      }
    />
  );
}

function textParams(params: Issue["params"]): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
