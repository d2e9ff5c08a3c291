import { DeleteOutlined } from "@ant-design/icons";
import type { Dimension } from "@dabiao/core/appraisal/scoring/card-scoring.ts";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { newKey } from "../../build/definition/new-key.ts";
import { NumberInput } from "../rule/NumberInput.tsx";

interface DimensionRowsProps {
  readonly dimensions: readonly Dimension[];
  readonly onChange: (dimensions: Dimension[]) => void;
}

/** Groups of lines, such as results and behaviour; their weights count where each sums to 100 by itself. */
export function DimensionRows({ dimensions, onChange }: DimensionRowsProps) {
  const { t } = useTranslation();
  const replace = (index: number, next: Dimension) =>
    onChange(dimensions.map((dimension, place) => (place === index ? next : dimension)));
  return (
    <>
      {dimensions.map((dimension, index) => (
        <div className="design-row" key={dimension.key}>
          <Input
            className="rating-label"
            value={dimension.label.zh}
            maxLength={50}
            aria-label={t("cards.dimensionName")}
            onChange={({ target }) => replace(index, { ...dimension, label: { ...dimension.label, zh: target.value } })}
          />
          <NumberInput
            value={dimension.weight}
            label={t("cards.weightOf", { item: dimension.label.zh })}
            suffix="%"
            onChange={(weight) => replace(index, { ...dimension, weight })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("cards.removeOf", { item: dimension.label.zh })}
            onClick={() => onChange(dimensions.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button
        className="rater-add"
        disabled={dimensions.length >= 12}
        onClick={() => {
          const taken = dimensions.map(({ key }) => key);
          const label = { zh: t("cards.newDimension.zh"), en: t("cards.newDimension.en") };
          onChange([...dimensions, { key: newKey({ zh: label.zh, en: "dimension" }, taken), label, weight: "0" }]);
        }}
      >
        {t("cards.addDimension")}
      </Button>
    </>
  );
}
