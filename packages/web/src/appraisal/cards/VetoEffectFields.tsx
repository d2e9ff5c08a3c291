import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { VetoEffect } from "@dabiao/core/appraisal/scoring/veto.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { NumberInput } from "../rule/NumberInput.tsx";
import { useItemName } from "./use-item-name.ts";

interface VetoEffectFieldsProps {
  readonly effect: VetoEffect;
  readonly body: ScorecardBody;
  readonly onChange: (effect: VetoEffect) => void;
}

const KINDS = ["gradeCap", "zeroTotal", "zeroItem", "zeroDimension", "coefficientCap", "bonusZero"] as const;

/** What a veto does, and to what. */
export function VetoEffectFields({ effect, body, onChange }: VetoEffectFieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useItemName(useMetrics());
  const { items, scoring } = body;
  const kinds = KINDS.filter((kind) => kind !== "zeroDimension" || scoring.dimensions.length > 0);
  return (
    <>
      <Select
        value={effect.kind}
        aria-label={t("cards.veto.effect")}
        popupMatchSelectWidth={false}
        options={kinds.map((kind) => ({ value: kind, label: t(`cards.veto.${kind}`) }))}
        onChange={(kind) => onChange(firstEffect(kind, body))}
      />
      {effect.kind === "zeroItem" && (
        <Select
          value={effect.item}
          aria-label={t("cards.veto.item")}
          popupMatchSelectWidth={false}
          options={items.map((item) => ({ value: item.key, label: nameOf(item) }))}
          onChange={(item) => onChange({ kind: "zeroItem", item })}
        />
      )}
      {effect.kind === "zeroDimension" && (
        <Select
          value={effect.dimension}
          aria-label={t("cards.dimension")}
          popupMatchSelectWidth={false}
          options={scoring.dimensions.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          onChange={(dimension) => onChange({ kind: "zeroDimension", dimension })}
        />
      )}
      {effect.kind === "gradeCap" && (
        <Select
          value={effect.grade}
          aria-label={t("cards.grade")}
          options={scoring.grades.map(({ key }) => ({ value: key, label: key }))}
          onChange={(grade) => onChange({ kind: "gradeCap", grade })}
        />
      )}
      {effect.kind === "coefficientCap" && (
        <NumberInput
          value={effect.coefficient}
          label={t("cards.grade.coefficient")}
          onChange={(coefficient) => onChange({ kind: "coefficientCap", coefficient })}
        />
      )}
    </>
  );
}

function firstEffect(kind: VetoEffect["kind"], { items, scoring }: ScorecardBody): VetoEffect {
  switch (kind) {
    case "zeroItem":
      return { kind, item: items[0]?.key ?? "" };
    case "zeroDimension":
      return { kind, dimension: scoring.dimensions[0]?.key ?? "" };
    case "gradeCap":
      return { kind, grade: scoring.grades.at(-1)?.key ?? "" };
    case "coefficientCap":
      return { kind, coefficient: "0.5" };
    default:
      return { kind };
  }
}
