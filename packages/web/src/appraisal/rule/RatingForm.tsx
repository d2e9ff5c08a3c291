import { PlusOutlined } from "@ant-design/icons";
import type { RatingOption, RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "./NumberInput.tsx";
import { OptionRow } from "./OptionRow.tsx";
import { RaterRows } from "./RaterRows.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-08: who rates, on which scale. */
export function RatingForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"rating">>) {
  const { t } = useTranslation();
  const change = (options: RatingOption[]) => onChange({ ...rule, options });
  return (
    <>
      <DesignField label={t("rule.rating.options")} path={[...path, "options"]} issues={issues}>
        <ul className="rating-options">
          {rule.options.map((option, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level's key is typed here, its place stays
            <li key={index}>
              <OptionRow
                option={option}
                onChange={(next) => change(rule.options.map((each, place) => (place === index ? next : each)))}
                onRemove={() => change(rule.options.filter((_, place) => place !== index))}
              />
            </li>
          ))}
        </ul>
        <Button
          className="rater-add"
          icon={<PlusOutlined />}
          disabled={rule.options.length >= 12}
          onClick={() => change([...rule.options, nextOption(rule.options)])}
        >
          {t("rule.rating.add")}
        </Button>
      </DesignField>
      <div className="design-row">
        <DesignField label={t("rule.rating.freeLabel")}>
          <Checkbox checked={rule.free} onChange={({ target }) => onChange({ ...rule, free: target.checked })}>
            {t("rule.rating.free", { max: rule.max })}
          </Checkbox>
        </DesignField>
        <DesignField label={t("rule.rating.max")} path={[...path, "max"]} issues={issues}>
          <NumberInput value={rule.max} label={t("rule.rating.max")} onChange={(max) => onChange({ ...rule, max })} />
        </DesignField>
      </div>
      <DesignField
        label={t("rule.rating.raters")}
        hint={t("rule.rating.raters.hint")}
        path={[...path, "raters"]}
        issues={issues}
      >
        <RaterRows raters={rule.raters} onChange={(raters) => onChange({ ...rule, raters })} />
      </DesignField>
    </>
  );
}

function nextOption(options: readonly RatingOption[]): RatingOption {
  const letter = "SABCDEFGHIJKL".split("").find((key) => options.every((option) => option.key !== key)) ?? "?";
  return { key: letter, label: { zh: letter }, points: "0", comment: false };
}
