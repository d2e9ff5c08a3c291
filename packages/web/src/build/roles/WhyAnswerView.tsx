import type { WhyAnswer } from "@dabiao/core/people/why.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useScopeWords } from "./scope-words.ts";

/** The answer in sentences: yes or no, each reason, then the fields. */
export function WhyAnswerView({ answer }: { readonly answer: WhyAnswer }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const scopeWords = useScopeWords();
  const { name } = answer.member;
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="card why-answer" aria-live="polite">
      <Alert
        type={answer.canRead === null ? "info" : answer.canRead ? "success" : "warning"}
        showIcon
        title={
          answer.record === null
            ? t("why.general", { name })
            : t(answer.canRead === null ? "why.rule" : answer.canRead ? "why.yes" : "why.no", { name })
        }
      />
      {answer.member.state === "left" && <p>{t("why.left")}</p>}
      {answer.grants.length === 0 && answer.shares.length === 0 && <p>{t("why.none")}</p>}
      <ul className="plain-list">
        {answer.grants.map((grant) => (
          <li key={grant.role + grant.action}>
            {t("why.grant", {
              role: localText(grant.label, locale),
              action: t(`role.action.${grant.action}`).toLowerCase(),
              scope: scopeWords(grant.scope).toLowerCase(),
            })}
            {grant.covers !== null && ` (${t(grant.covers ? "why.covers" : "why.covers.not")})`}
            {grant.through.length > 0 && answer.record?.owner && (
              <div className="muted">
                {t("why.through", { owner: answer.record.owner.name, path: grant.through.join(" / ") })}
              </div>
            )}
          </li>
        ))}
        {answer.shares.map((share) => (
          <li key={share.with + share.until}>
            {t("why.share", { with: share.with })}{" "}
            {share.until && t("why.until", { until: stamp.format(new Date(share.until)) })} {share.reason}
          </li>
        ))}
      </ul>
      <h3>{t("why.fields")}</h3>
      <div className="why-fields">
        {answer.fields.map((field) => (
          <span key={field.key} data-right={field.right}>
            {localText(field.label, locale)} <span className="muted">{t(`right.${field.right}`)}</span>
          </span>
        ))}
      </div>
    </section>
  );
}
