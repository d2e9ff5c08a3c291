import { isCurve } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import type { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { BandsForm } from "./BandsForm.tsx";
import { CurveChart } from "./CurveChart.tsx";
import { ExampleScore } from "./ExampleScore.tsx";
import { type Example, exampleScore, firstExample } from "./example-score.ts";
import { firstRule, RULE_KINDS } from "./first-rule.ts";
import { MatrixForm } from "./MatrixForm.tsx";
import { NumberInput } from "./NumberInput.tsx";
import { PerUnitForm } from "./PerUnitForm.tsx";
import { ProportionalForm } from "./ProportionalForm.tsx";
import { RankForm } from "./RankForm.tsx";
import { RatingForm } from "./RatingForm.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";
import "./rule-messages.ts";
import "./rule.css";

interface RuleEditorProps extends RuleFormProps<ScoringRule> {
  /** Which way the KPI gets better: what a new rule begins with. */
  readonly direction: "up" | "down";
  /** A KPI a table may set beside this one. */
  readonly secondKpi: string;
  /** Rules that make sense here; all without. */
  readonly kinds?: readonly (typeof RULE_KINDS)[number][];
  /** A target people of this card really have. */
  readonly target: string | null;
}

/** A scoring rule as a form and as a curve, with an example whose score says how it came about. */
export function RuleEditor({ rule, onChange, path, issues, direction, secondKpi, kinds, target }: RuleEditorProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Example | null>(null);
  const example = typed ?? firstExample(target);
  const scored = exampleScore(rule, example);
  return (
    <div className="rule-editor">
      <div className="design-row">
        <DesignField label={t("rule.kind")} hint={t(`rule.kind.${rule.kind}.hint`)}>
          <Select
            value={rule.kind}
            aria-label={t("rule.kind")}
            popupMatchSelectWidth={false}
            options={(kinds ?? RULE_KINDS).map((kind) => ({ value: kind, label: t(`rule.kind.${kind}`) }))}
            onChange={(kind) => onChange(firstRule(kind, direction, secondKpi))}
          />
        </DesignField>
        <DesignField label={t("rule.full")} hint={t("rule.full.hint")}>
          <NumberInput value={rule.full} label={t("rule.full")} onChange={(full) => onChange({ ...rule, full })} />
        </DesignField>
      </div>
      <RuleForm rule={rule} onChange={onChange} path={path} issues={issues} />
      {isCurve(rule) && (
        <>
          <CurveChart
            rule={rule}
            target={example.target}
            example={{ actual: example.actual, points: scored.points }}
            onChange={onChange}
          />
          <p className="muted">{t("rule.curve.hint")}</p>
        </>
      )}
      {rule.kind !== "rating" && <ExampleScore rule={rule} example={example} scored={scored} onChange={setTyped} />}
    </div>
  );
}

function RuleForm({ rule, ...props }: RuleFormProps<ScoringRule>) {
  switch (rule.kind) {
    case "proportional":
      return <ProportionalForm rule={rule} {...props} />;
    case "bands":
      return <BandsForm rule={rule} {...props} />;
    case "perUnit":
      return <PerUnitForm rule={rule} {...props} />;
    case "matrix":
      return <MatrixForm rule={rule} {...props} />;
    case "rating":
      return <RatingForm rule={rule} {...props} />;
    case "rank":
      return <RankForm rule={rule} {...props} />;
  }
}
