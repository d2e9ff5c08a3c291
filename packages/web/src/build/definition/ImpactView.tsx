import type { Impact } from "@dabiao/core/model/contract.ts";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { DependantList } from "./DependantList.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { useIssueWords } from "./issue-words.ts";

/** The impact in words: faults first, then what changes, for which records, and who depends on it. */
export function ImpactView({ impact }: { readonly impact: Impact }) {
  const { t } = useTranslation();
  const words = useIssueWords();
  return (
    <div className="impact">
      {impact.issues.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t("publish.problems")}
          description={
            <ul className="plain-list">
              {impact.issues.map((issue) => (
                <li key={issue.code + issue.path.join(".")}>{words(issue)}</li>
              ))}
            </ul>
          }
        />
      )}
      <section>
        <h3>{t("publish.changes")}</h3>
        <DifferenceList differences={impact.differences} />
      </section>
      {impact.fields.length > 0 && (
        <section>
          <h3>{t("publish.fields")}</h3>
          <ul className="plain-list">
            {impact.fields.map((field) => (
              <li key={field.field}>
                <strong>{field.field}</strong>{" "}
                {`${t(`publish.change.${field.change}`)} · ${t("publish.records", { count: field.records })}`}
                {field.failed > 0 && (
                  <div className="bad-text">
                    {t("publish.failed", { count: field.failed })} {field.examples.map(({ value }) => value).join("、")}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {impact.dependants.length > 0 && (
        <section>
          <h3>{t("publish.dependants")}</h3>
          <DependantList dependants={impact.dependants} />
        </section>
      )}
    </div>
  );
}
