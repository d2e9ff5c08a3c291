import type { ImportTarget } from "@dabiao/core/imports/import.ts";
import { PEOPLE_MATCH_FIELDS } from "@dabiao/core/imports/people-fields.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { useObjectFields } from "../metrics/use-object-fields.ts";

/** A field that a column may go to, as the wizard shows it. */
export interface TargetField {
  readonly key: string;
  readonly label: LocalText;
  readonly family: string;
  readonly links: "member" | "object" | null;
  readonly isOption: boolean;
  readonly isKey: boolean;
  readonly required: boolean;
}

const PEOPLE_FIELDS: readonly TargetField[] = PEOPLE_MATCH_FIELDS.map(({ key, label }) => ({
  key,
  label,
  family: "text",
  links: null,
  isOption: false,
  isKey: false,
  required: key === "name",
}));

export function useTargetFields(target: ImportTarget): readonly TargetField[] {
  const fields = useObjectFields(target.kind === "object" ? target.object : undefined);
  if (target.kind === "people") return PEOPLE_FIELDS;
  return fields
    .filter(({ computed, system, key, right, target: to }) => {
      return !computed && (!system || key === "owner") && right === "write" && to?.kind !== "file";
    })
    .map(({ key, label, family, target: to, unique, required }) => ({
      key,
      label,
      family,
      links: to?.kind === "member" || to?.kind === "object" ? to.kind : null,
      isOption: family === "option" || family === "options",
      isKey: unique && family === "text",
      required,
    }));
}
