import type { ItemScore } from "@dabiao/core/appraisal/scoring/score-item.ts";
import type { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { TraceList } from "../trace/TraceList.tsx";
import type { Example } from "./example-score.ts";
import { NumberInput } from "./NumberInput.tsx";
import { shownNumber } from "./shown-number.ts";

interface ExampleScoreProps {
  readonly rule: ScoringRule;
  readonly example: Example;
  readonly scored: ItemScore;
  readonly onChange: (example: Example) => void;
}

/** An actual typed in, its points, and how they came about. */
export function ExampleScore({ rule, example, scored, onChange }: ExampleScoreProps) {
  const { t } = useTranslation();
  const isRank = rule.kind === "rank";
  return (
    <section className="rule-example" aria-label={t("rule.example")}>
      <div className="rule-example-line">
        <DesignField label={t(isRank ? "rule.example.place" : "rule.example.actual")}>
          <NumberInput
            value={example.actual}
            label={t(isRank ? "rule.example.place" : "rule.example.actual")}
            onChange={(actual) => onChange({ ...example, actual })}
          />
        </DesignField>
        {!isRank && (
          <DesignField label={t("rule.example.target")}>
            <NumberInput
              value={example.target}
              label={t("rule.example.target")}
              onChange={(target) => onChange({ ...example, target })}
            />
          </DesignField>
        )}
        {rule.kind === "matrix" && (
          <DesignField label={t("rule.example.column")}>
            <NumberInput
              value={example.column}
              label={t("rule.example.column")}
              onChange={(column) => onChange({ ...example, column })}
            />
          </DesignField>
        )}
        <output className="rule-points">
          {t("rule.example.points", { points: shownNumber(scored.points), full: shownNumber(scored.full) })}
        </output>
      </div>
      <TraceList trace={scored.trace} />
    </section>
  );
}
