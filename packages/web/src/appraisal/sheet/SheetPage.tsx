import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { Region } from "../../shell/RegionState.tsx";
import { sheetQuery } from "../queries.ts";
import { AwardsPart } from "./AwardsPart.tsx";
import { GoalPart } from "./GoalPart.tsx";
import { InterviewPart } from "./InterviewPart.tsx";
import { PrintButton } from "./PrintButton.tsx";
import { RatingPart } from "./RatingPart.tsx";
import { ResultPart } from "./ResultPart.tsx";
import { SheetHistory } from "./SheetHistory.tsx";
import { SheetPartView } from "./SheetPartView.tsx";
import { SheetTotal } from "./SheetTotal.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import "../../metrics/library.css";
import "../cards/card-messages.ts";
import "../cards/cards.css";
import "../cycles/cycle-messages.ts";
import "../cycles/cycles.css";
import "../me/score-messages.ts";
import "../me/score.css";
import "../rule/rule.css";
import "./sheet-messages.ts";
import "./sheet.css";

/** 考核表: one person's result in one cycle, and whatever the reader may do with it now. */
export function SheetPage() {
  const { id = "" } = useParams({ strict: false });
  const sheet = useQuery(sheetQuery(id));
  return (
    <Region query={sheet} rows={10}>
      {(data) => <SheetView sheet={data} />}
    </Region>
  );
}

function SheetView({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  return (
    <article className="sheet">
      <p className="library-back">
        <PathLink to={`/kpi/cycles/${sheet.cycleId}`}>{localText(sheet.cycle, locale)}</PathLink>
      </p>
      <PageHead
        title={t("sheet.of", { name: sheet.name })}
        beside={
          <span className="muted">
            {[sheet.unit, periodName(sheet.period, calendar, locale), t(`sheet.state.${sheet.state}`)].join(" · ")}
          </span>
        }
        actions={
          <>
            {sheet.may.includes("withdraw") && <WithdrawButton sheet={sheet} />}
            {sheet.may.includes("print") && <PrintButton sheet={sheet} />}
          </>
        }
      />
      <GoalPart sheet={sheet} />
      <ResultPart sheet={sheet} />
      <SheetTotal sheet={sheet} />
      {sheet.parts.map((part) => (
        <SheetPartView key={part.id} part={part} sheet={sheet} />
      ))}
      <RatingPart sheet={sheet} />
      <AwardsPart sheet={sheet} />
      <InterviewPart sheet={sheet} />
      <SheetHistory sheet={sheet} />
    </article>
  );
}
