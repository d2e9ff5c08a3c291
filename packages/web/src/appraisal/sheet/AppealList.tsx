import { answerAppeal } from "@dabiao/core/appraisal/act-contract.ts";
import type { Appeal, Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { useAct } from "../use-act.ts";
import { AnswerDialog } from "./AnswerDialog.tsx";

/** What was objected to and how it was answered. */
export function AppealList({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [asking, setAsking] = useState<{
    readonly appeal: Appeal;
    readonly to: "needInfo" | "upheld" | "adjusted";
  } | null>(null);
  const answer = useAct(answerAppeal, t("appeal.answered"), () => setAsking(null));
  if (sheet.appeals.length === 0) return null;
  const mayAnswer = sheet.may.includes("answerAppeal");
  return (
    <section aria-label={t("appeal.title")}>
      <h2 className="cycles-head">{t("appeal.title")}</h2>
      <ul className="change-list">
        {sheet.appeals.map((appeal) => (
          <li key={appeal.id}>
            <span>
              <Tag color={appeal.decidedAt === null ? "warning" : "default"}>{t(`appeal.${appeal.state}`)}</Tag>
              {appeal.reason}
            </span>
            {appeal.answer && <span>{t("appeal.answer", { answer: appeal.answer })}</span>}
            <span className="muted">
              {appeal.handler} {formatMoment(appeal.at, locale)}
            </span>
            {mayAnswer && appeal.decidedAt === null && (
              <span className="design-row no-print">
                {(["needInfo", "upheld", "adjusted"] as const).map((to) => (
                  <Button key={to} onClick={() => setAsking({ appeal, to })}>
                    {t(`appeal.to.${to}`)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {asking && asking.to !== "adjusted" && (
        <ReasonDialog
          title={t(`appeal.to.${asking.to}`)}
          ok={t("appeal.send")}
          busy={answer.isPending}
          onOk={(words) =>
            answer.mutate({ params: { appealId: asking.appeal.id }, body: { to: asking.to, answer: words } })
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.to === "adjusted" && (
        <AnswerDialog
          grades={sheet.parts.at(-1)?.grades ?? []}
          busy={answer.isPending}
          onOk={(body) => answer.mutate({ params: { appealId: asking.appeal.id }, body: { to: "adjusted", ...body } })}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
