import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useLocale } from "../i18n/locale.ts";
import { useLinkedFields } from "./use-linked-fields.ts";

const NO_DIMENSION = ["json", "none", "options", "references"];

/** The fields a metric of an object may be cut by, over one reference too. */
export function useDimensionChoices(object: string) {
  const locale = useLocale();
  const { own, of } = useLinkedFields(object);
  const choice = (path: readonly FieldIndex[]) => ({
    value: path.map(({ key }) => key).join("."),
    label: path.map(({ label }) => localText(label, locale)).join(" · "),
  });
  return own.flatMap((field) => [
    ...(NO_DIMENSION.includes(field.family) ? [] : [choice([field])]),
    ...(field.type === "reference" ? of(field.target?.object ?? "") : [])
      .filter((inner) => !inner.system && !NO_DIMENSION.includes(inner.family))
      .map((inner) => choice([field, inner])),
  ]);
}
