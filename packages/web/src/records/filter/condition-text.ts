import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Condition } from "@dabiao/core/records/filter.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import type { TFunction } from "i18next";
import { fieldText } from "../../fields/field-text.ts";
import { optionsOf } from "../../fields/option-of.ts";
import { PERIODS, valueShape } from "./operators.ts";

/** A condition in words: 阶段 是 方案制定、跟进谈判. */
export function conditionText(
  { op, value }: Condition,
  field: FieldIndex,
  label: string,
  titles: Titles,
  { t, locale }: { readonly t: TFunction; readonly locale: Locale },
): string {
  const word = t(`op.${op}`);
  const shape = valueShape(op);
  if (shape === "none") return `${label} ${word}`;
  if (shape === "period") {
    const known = (PERIODS as readonly string[]).includes(String(value));
    return `${label} ${known ? t(`period.${String(value)}`) : String(value)}`;
  }
  const values = Array.isArray(value) ? value : [value];
  const texts = values.map((each) => valueText(field, each, titles, { t, locale }));
  return `${label} ${word} ${texts.join(shape === "two" ? " – " : "、")}`;
}

function valueText(
  field: FieldIndex,
  value: unknown,
  titles: Titles,
  { t, locale }: { readonly t: TFunction; readonly locale: Locale },
): string {
  if (value === null || value === undefined) return t("field.none");
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  const option = optionsOf(field).find(({ key }) => key === value);
  return option ? localText(option.label, locale) : fieldText(field, value, titles, locale);
}
