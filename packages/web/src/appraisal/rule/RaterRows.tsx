import { DeleteOutlined } from "@ant-design/icons";
import { RaterRole, type RaterShare } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Button, Checkbox, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { NumberInput } from "./NumberInput.tsx";

interface RaterRowsProps {
  readonly raters: readonly RaterShare[];
  readonly onChange: (raters: RaterShare[]) => void;
}

/** Who rates, with which weight, named or not. */
export function RaterRows({ raters, onChange }: RaterRowsProps) {
  const { t } = useTranslation();
  const free = RaterRole.options.filter((role) => raters.every((rater) => rater.role !== role));
  const replace = (index: number, next: RaterShare) =>
    onChange(raters.map((rater, place) => (place === index ? next : rater)));
  return (
    <>
      {raters.map((rater, index) => (
        <div className="rule-row" key={rater.role}>
          <Select
            value={rater.role}
            aria-label={t("rule.rater")}
            popupMatchSelectWidth={false}
            options={[rater.role, ...free].map((role) => ({ value: role, label: t(`rater.${role}`) }))}
            onChange={(role) => replace(index, { ...rater, role })}
          />
          <NumberInput
            value={rater.weight}
            label={t("rule.rater.weight", { role: t(`rater.${rater.role}`) })}
            suffix="%"
            onChange={(weight) => replace(index, { ...rater, weight })}
          />
          <Checkbox
            checked={rater.anonymous}
            onChange={({ target }) =>
              replace(index, { ...rater, anonymous: target.checked, least: target.checked ? 3 : 1 })
            }
          >
            {t("rule.rater.anonymous")}
          </Checkbox>
          {rater.anonymous && (
            <InputNumber
              min={1}
              max={20}
              value={rater.least}
              suffix={t("rule.rater.least")}
              aria-label={t("rule.rater.leastLabel")}
              onChange={(least) => replace(index, { ...rater, least: least ?? 1 })}
            />
          )}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("rule.rater.remove", { role: t(`rater.${rater.role}`) })}
            disabled={raters.length === 1}
            onClick={() => onChange(raters.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {free[0] && (
        <Button
          className="rater-add"
          onClick={() => onChange([...raters, { role: free[0] ?? "peer", weight: "0", anonymous: false, least: 1 }])}
        >
          {t("rule.rater.add")}
        </Button>
      )}
    </>
  );
}
