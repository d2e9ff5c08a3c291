import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { BandTable } from "./BandTable.tsx";
import { MeasureFields } from "./MeasureFields.tsx";
import { NumberInput } from "./NumberInput.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-09: points by the place among peers. */
export function RankForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"rank">>) {
  const { t } = useTranslation();
  const { points } = rule;
  return (
    <>
      <div className="design-row">
        <MeasureFields value={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
        <DesignField label={t("rule.best")}>
          <Segmented
            value={rule.better}
            options={(["up", "down"] as const).map((better) => ({ value: better, label: t(`rule.best.${better}`) }))}
            onChange={(better) => onChange({ ...rule, better })}
          />
        </DesignField>
        <DesignField label={t("rule.rank.by")}>
          <Segmented
            value={points.kind}
            options={(["linear", "bands"] as const).map((kind) => ({ value: kind, label: t(`rule.rank.${kind}`) }))}
            onChange={(kind) => onChange({ ...rule, points: kind === "linear" ? LINEAR : BANDS })}
          />
        </DesignField>
        {points.kind === "linear" &&
          (["top", "bottom"] as const).map((end) => (
            <DesignField key={end} label={t(`rule.rank.${end}`)}>
              <NumberInput
                value={points[end]}
                label={t(`rule.rank.${end}`)}
                onChange={(value) => onChange({ ...rule, points: { ...points, [end]: value } })}
              />
            </DesignField>
          ))}
      </div>
      {points.kind === "bands" && (
        <BandTable
          bands={points.bands}
          better="down"
          percent={false}
          onChange={(bands) => onChange({ ...rule, points: { kind: "bands", bands } })}
          path={[...path, "points", "bands"]}
          issues={issues}
        />
      )}
      <p className="muted">{t("rule.rank.hint")}</p>
    </>
  );
}

const LINEAR = { kind: "linear", top: "100", bottom: "60" } as const;
const BANDS: RuleOf<"rank">["points"] = {
  kind: "bands",
  bands: [
    { from: null, to: "3", points: "100" },
    { from: "3", to: "10", points: "80" },
    { from: "10", to: null, points: "60" },
  ],
};
