import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import type { Condition, Filter } from "@dabiao/core/records/filter.ts";
import type { TFunction } from "i18next";
import { optionsOf } from "../fields/option-of.ts";

interface Words {
  readonly fields: readonly FieldIndex[];
  readonly locale: Locale;
  readonly t: TFunction;
  /** Names of people, units and records by id. */
  readonly nameOf?: (id: string) => string | undefined;
}

/** A filter as a sentence: 阶段 是 赢单 且 金额 大于 50000. */
export function wordsOfFilter(filter: Filter, words: Words): string {
  const { t } = words;
  if ("and" in filter) return filter.and.map((each) => wordsOfFilter(each, words)).join(t("rule.and"));
  if ("or" in filter) return `(${filter.or.map((each) => wordsOfFilter(each, words)).join(t("rule.or"))})`;
  if ("not" in filter) return t("rule.not", { filter: wordsOfFilter(filter.not, words) });
  return conditionWords(filter, words);
}

function conditionWords({ field, op, value }: Condition, { fields, locale, t, nameOf }: Words): string {
  const [key = "", ...rest] = field;
  const found = fields.find((each) => each.key === key);
  const label = [found ? localText(found.label, locale) : key, ...rest].join(" · ");
  const options = found && rest.length === 0 ? optionsOf(found) : [];
  const say = (one: unknown) => {
    const option = options.find((each) => each.key === one);
    return option ? localText(option.label, locale) : (nameOf?.(String(one)) ?? String(one));
  };
  const values = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  const said = values.map(say).join(locale === "en" ? ", " : "、");
  return `${label} ${t(`rule.op.${op}`)}${said === "" ? "" : ` ${said}`}`;
}
