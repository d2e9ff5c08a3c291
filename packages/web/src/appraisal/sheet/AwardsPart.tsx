import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shownNumber } from "../rule/shown-number.ts";
import { AwardDialog } from "./AwardDialog.tsx";

/** Bonus points, deductions and vetoes with their facts. */
export function AwardsPart({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [making, setMaking] = useState(false);
  const mayAward = sheet.may.includes("award");
  if (sheet.awards.length === 0 && !mayAward) return null;
  return (
    <section aria-label={t("award.title")}>
      <header className="item-panel-head">
        <h2 className="cycles-head">{t("award.title")}</h2>
        {mayAward && (
          <Button className="no-print" onClick={() => setMaking(true)}>
            {t("award.make")}
          </Button>
        )}
      </header>
      <ul className="change-list">
        {sheet.awards.map((award) => (
          <li key={award.id}>
            <span>
              <Tag>{t(`proposal.${award.kind}`)}</Tag> {localText(award.label, locale)}{" "}
              {award.points !== null && <strong>{shownNumber(award.points)}</strong>}{" "}
              <Tag>{t(`proposal.state.${award.state}`)}</Tag>
            </span>
            <span>{award.evidence}</span>
            <span className="muted">{[award.by, award.decidedBy].filter((name) => name !== null).join(" → ")}</span>
          </li>
        ))}
      </ul>
      {making && <AwardDialog sheet={sheet} onClose={() => setMaking(false)} />}
    </section>
  );
}
