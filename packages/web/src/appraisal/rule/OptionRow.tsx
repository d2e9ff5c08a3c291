import { DeleteOutlined } from "@ant-design/icons";
import type { RatingOption } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Button, Checkbox, Input } from "antd";
import { useTranslation } from "react-i18next";
import { NumberInput } from "./NumberInput.tsx";

interface OptionRowProps {
  readonly option: RatingOption;
  readonly onChange: (option: RatingOption) => void;
  readonly onRemove: () => void;
}

/** One level of a scale: its letter, name, points, and the behaviour it stands for. */
export function OptionRow({ option, onChange, onRemove }: OptionRowProps) {
  const { t } = useTranslation();
  return (
    <div className="rule-row">
      <Input
        className="rating-key"
        value={option.key}
        maxLength={20}
        aria-label={t("rule.rating.key")}
        onChange={({ target }) => onChange({ ...option, key: target.value })}
      />
      <Input
        className="rating-label"
        value={option.label.zh}
        maxLength={50}
        aria-label={t("rule.rating.label", { key: option.key })}
        onChange={({ target }) => onChange({ ...option, label: { ...option.label, zh: target.value } })}
      />
      <NumberInput
        value={option.points}
        label={t("rule.rating.points", { key: option.key })}
        suffix={t("rule.pointsSuffix")}
        onChange={(points) => onChange({ ...option, points })}
      />
      <Input
        className="rating-anchor"
        value={option.anchor?.zh ?? ""}
        maxLength={200}
        placeholder={t("rule.rating.anchor.hint")}
        aria-label={t("rule.rating.anchor", { key: option.key })}
        onChange={({ target }) => {
          const { anchor: _, ...rest } = option;
          onChange(target.value === "" ? rest : { ...option, anchor: { zh: target.value } });
        }}
      />
      <Checkbox checked={option.comment} onChange={({ target }) => onChange({ ...option, comment: target.checked })}>
        {t("rule.rating.comment")}
      </Checkbox>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t("rule.rating.remove", { key: option.key })}
        onClick={onRemove}
      />
    </div>
  );
}
