import type { FormBody, FormCell, FormSection } from "@dabiao/core/model/kinds/form.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { fieldOf, type ObjectDefinition, ownFields } from "../definition.ts";
import { holds } from "./form-rules.ts";

export interface FormPlace {
  readonly field: FieldIndex;
  readonly isRequired: boolean;
  readonly isLocked: boolean;
}

export interface FormPart {
  readonly title: FormSection["title"] | undefined;
  readonly isFolded: boolean;
  readonly rows: readonly (readonly FormPlace[])[];
}

type Values = Readonly<Record<string, unknown>>;

/** The form of an object as it is to be shown for these values: designed where there is a form, by its fields where not. */
export function formParts(definition: ObjectDefinition, use: "create" | "edit", values: Values): readonly FormPart[] {
  const form =
    definition.forms.find((each) => each.use === use) ?? definition.forms.find((each) => each.use === "edit");
  return form
    ? designed(definition, form, values)
    : [{ title: undefined, isFolded: false, rows: plainRows(definition, use) }];
}

function designed(definition: ObjectDefinition, { sections }: FormBody, values: Values): FormPart[] {
  return sections
    .filter(({ showWhen }) => holds(definition, showWhen, values, true))
    .map(({ title, collapsed, rows }) => ({
      title,
      isFolded: collapsed,
      rows: rows.map((row) => row.flatMap((cell) => placeOf(definition, cell, values))).filter((row) => row.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function placeOf(definition: ObjectDefinition, cell: FormCell, values: Values): FormPlace[] {
  if (cell.kind !== "field" || !holds(definition, cell.showWhen, values, true)) return [];
  const field = fieldOf(definition, cell.field);
  if (!field) return [];
  return [
    {
      field,
      isRequired: field.required || holds(definition, cell.requiredWhen, values, false),
      isLocked: isLocked(field) || holds(definition, cell.readOnlyWhen, values, false),
    },
  ];
}

/** Two fields side by side, long texts alone; what is worked out is not asked for. */
function plainRows(definition: ObjectDefinition, use: "create" | "edit"): FormPlace[][] {
  const owner = fieldOf(definition, "owner");
  const fields = [...ownFields(definition), ...(owner ? [owner] : [])].filter(
    (field) => use === "edit" || !isLocked(field),
  );
  const rows: FormPlace[][] = [];
  for (const field of fields) {
    const place = { field, isRequired: field.required, isLocked: isLocked(field) };
    const last = rows.at(-1);
    const isAlone = field.type === "long_text";
    if (!isAlone && last?.length === 1 && last[0]?.field.type !== "long_text") last.push(place);
    else rows.push([place]);
  }
  return rows;
}

export function isLocked(field: FieldIndex): boolean {
  return field.computed || field.right !== "write" || (field.system && field.key !== "owner");
}
