import type { TraceStep } from "@dabiao/core/appraisal/scoring/trace.ts";
import { traceSentence, traceTexts } from "@dabiao/core/appraisal/scoring/trace-text.ts";
import type { KeptStep } from "@dabiao/core/appraisal/sheet.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import "./trace-messages.ts";
import "./trace.css";

interface TraceListProps {
  readonly trace: readonly (TraceStep | KeptStep)[];
  /** Names of lines, dimensions, gates and vetoes by key. */
  readonly nameOf?: (kind: string, key: string) => string;
}

/** 为什么是这个数: each step in words, with the rule it follows and where it was rounded. */
export function TraceList({ trace, nameOf = (_, key) => key }: TraceListProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const named = (kind: string, key: string) =>
    kind === "role" ? t(`rater.${key}`, { defaultValue: key }) : nameOf(kind, key);
  return (
    <ol className="trace" aria-label={t("trace.title")}>
      {trace.filter(isKnown).map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no names and never change places
        <li key={index} title={step.value ?? undefined}>
          <span>{traceSentence(step, locale, named)}</span>
          <code className="trace-rule">{step.rule}</code>
        </li>
      ))}
    </ol>
  );
}

/** Steps kept long ago may name a sentence that is gone. */
function isKnown(step: TraceStep | KeptStep): step is TraceStep {
  return step.code in traceTexts;
}
