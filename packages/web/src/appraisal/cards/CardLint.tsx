import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { lintCardScoring } from "@dabiao/core/appraisal/scoring/lint-card.ts";
import { findingSentence } from "@dabiao/core/metrics/lint/finding-sentence.ts";
import { lintCard } from "@dabiao/core/metrics/lint/lint-card.ts";
import { KpiBody } from "@dabiao/core/metrics/metric.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useIssueWords } from "../../build/definition/issue-words.ts";
import { useLocale } from "../../i18n/locale.ts";
import { type Status, StatusMark } from "../../kit/StatusMark.tsx";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { useItemName } from "./use-item-name.ts";

interface CardLintProps {
  readonly body: ScorecardBody;
  readonly issues: readonly Issue[];
  readonly metrics: Metrics;
}

interface Said {
  readonly level: Status;
  readonly says: string;
  readonly mend: string | null;
}

/** What is wrong with the card or will be regretted, as it is typed, and how to mend it. */
export function CardLint({ body, issues, metrics }: CardLintProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useIssueWords();
  const nameOf = useItemName(metrics);
  const scored = body.items.filter(({ kind }) => kind === "scored");
  const kpiOf = ({ source }: ScorecardBody["items"][number]) =>
    source.kind === "kpi" ? metrics.kpis.find(({ key }) => key === source.kpi) : undefined;
  const found = lintCard({
    items: scored.map((item) => ({
      key: item.key,
      label: { zh: nameOf(item) },
      kpi: item.source.kind === "kpi" ? item.source.kpi : null,
      type: KpiType.safeParse(kpiOf(item)?.type).data ?? null,
      weight: item.weight,
    })),
    sumsToHundred: body.scoring.weights === "items",
  });
  const gate = (key: string) => body.scoring.gates.find((each) => each.key === key);
  const said: Said[] = [
    ...issues.map((issue) => ({ level: "off" as const, says: words(issue), mend: null })),
    ...found.map((finding) => ({ level: LEVELS[finding.level], ...findingSentence(finding, locale) })),
    ...lintCardScoring(body).map(({ code, item }) => {
      const line = body.items.find(({ key }) => key === item);
      const label = gate(item)?.label;
      const name = line ? nameOf(line) : label ? localText(label, locale) : item;
      return { level: "watch" as const, says: t(`cards.lint.${code}`, { item: name }), mend: null };
    }),
  ];
  return (
    <section aria-label={t("cards.lint")}>
      <h2 className="cards-head">{t("cards.lint")}</h2>
      <ul className="card-lint">
        {said.map(({ level, says, mend }) => (
          <li key={says}>
            <StatusMark status={level} word={false} />
            <span>
              {says} {mend && <span className="muted">{mend}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const KpiType = KpiBody.shape.type;
const LEVELS = { pass: "ok", warn: "watch", block: "off" } as const;
