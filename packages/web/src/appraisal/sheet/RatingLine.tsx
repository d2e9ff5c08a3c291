import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { NumberInput } from "../rule/NumberInput.tsx";

export interface RatingDraft {
  readonly option?: string | undefined;
  readonly points?: string | undefined;
  readonly comment: string;
}

interface RatingLineProps {
  readonly label: string;
  readonly scale: NonNullable<SheetLine["scale"]>;
  readonly value: RatingDraft;
  readonly onChange: (value: RatingDraft) => void;
}

/** A level with the behaviour it stands for, or points; the extremes ask why. */
export function RatingLine({ label, scale, value, onChange }: RatingLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const chosen = scale.options.find(({ key }) => key === value.option);
  return (
    <fieldset className="rating-line">
      <legend>{label}</legend>
      {scale.options.length > 0 && (
        <Radio.Group
          value={value.option ?? null}
          aria-label={label}
          optionType="button"
          options={scale.options.map((option) => ({
            value: option.key,
            label: `${option.key} ${localText(option.label, locale)}`,
          }))}
          onChange={({ target }) => onChange({ comment: value.comment, option: String(target.value) })}
        />
      )}
      {scale.free && (
        <NumberInput
          value={value.points ?? ""}
          label={t("rating.points", { item: label })}
          suffix={`/ ${scale.max}`}
          onClear={() => onChange({ ...value, points: undefined })}
          onChange={(points) => onChange({ comment: value.comment, points })}
        />
      )}
      {chosen?.anchor && <p className="muted">{localText(chosen.anchor, locale)}</p>}
      <Input.TextArea
        rows={2}
        maxLength={2000}
        value={value.comment}
        status={chosen?.comment && value.comment.trim() === "" ? "error" : ""}
        placeholder={t(chosen?.comment ? "rating.whyNeeded" : "rating.why")}
        aria-label={t("rating.whyOf", { item: label })}
        onChange={({ target }) => onChange({ ...value, comment: target.value })}
      />
    </fieldset>
  );
}
