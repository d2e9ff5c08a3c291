import { z } from "zod";
import { Key, LocalText } from "../../platform/text.ts";
import { canonicalFormula, checkCondition } from "../check-formula-in.ts";
import { checkPath } from "../check-paths.ts";
import { fieldReference } from "../field-references.ts";
import { declareKind, type Kind, type Reference } from "../kind.ts";

const Condition = z.string().min(1).max(4000);

/** One place in a form: a field, the records that refer to this one, or words. */
export const FormCell = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("field"),
    field: Key,
    /** Formulas that must be true for the field to be shown, to be required, to be locked. */
    showWhen: Condition.optional(),
    requiredWhen: Condition.optional(),
    readOnlyWhen: Condition.optional(),
  }),
  /** A sub-table: `via` is the reference field of `object` that points here. */
  z.object({ kind: z.literal("records"), object: Key, via: Key, columns: z.array(Key).min(1).max(20) }),
  z.object({ kind: z.literal("text"), text: LocalText }),
]);
export type FormCell = z.infer<typeof FormCell>;

export const FormSection = z.object({
  title: LocalText.optional(),
  collapsed: z.boolean().default(false),
  showWhen: Condition.optional(),
  /** Rows of one to four cells side by side; on a phone the cells stand below each other. */
  rows: z.array(z.array(FormCell).min(1).max(4)).max(200),
});
export type FormSection = z.infer<typeof FormSection>;

/** How a record is filled in and read. */
export const FormBody = z.object({
  object: Key,
  label: LocalText,
  use: z.enum(["edit", "create", "phone"]).default("edit"),
  sections: z.array(FormSection).min(1).max(50),
});
export type FormBody = z.infer<typeof FormBody>;

export const formKind: Kind<FormBody> = declareKind<FormBody>({
  kind: "form",
  schema: FormBody,
  references: (body) => [
    { kind: "object", key: body.object },
    ...cellsOf(body).flatMap(({ cell }): Reference[] => {
      if (cell.kind === "field") return [fieldReference(body.object, cell.field)];
      return cell.kind === "records" ? [cell.via, ...cell.columns].map((key) => fieldReference(cell.object, key)) : [];
    }),
  ],
  check: (body, world) => [
    ...body.sections.flatMap(({ showWhen }, index) =>
      checkCondition(world, body.object, showWhen, ["sections", index, "showWhen"]),
    ),
    ...cellsOf(body).flatMap(({ cell, path }) => {
      if (cell.kind === "text") return [];
      if (cell.kind === "records") {
        return checkPath(world, cell.object, [cell.via], [...path, "via"], (via) =>
          via.target?.kind === "object" && via.target.object === body.object ? null : "reference_elsewhere",
        );
      }
      return [
        ...checkPath(world, body.object, [cell.field], [...path, "field"]),
        ...(["showWhen", "requiredWhen", "readOnlyWhen"] as const).flatMap((when) =>
          checkCondition(world, body.object, cell[when], [...path, when]),
        ),
      ];
    }),
  ],
  canonical(body, world) {
    const formula = (text: string) => canonicalFormula(world, body.object, text);
    const sections = body.sections.map((section) => ({
      ...section,
      ...(section.showWhen === undefined ? {} : { showWhen: formula(section.showWhen) }),
      rows: section.rows.map((row) => row.map((cell) => canonicalCell(cell, formula))),
    }));
    return { ...body, sections };
  },
});

function canonicalCell(cell: FormCell, formula: (text: string) => string): FormCell {
  if (cell.kind !== "field") return cell;
  const { showWhen, requiredWhen, readOnlyWhen } = cell;
  return {
    ...cell,
    ...(showWhen === undefined ? {} : { showWhen: formula(showWhen) }),
    ...(requiredWhen === undefined ? {} : { requiredWhen: formula(requiredWhen) }),
    ...(readOnlyWhen === undefined ? {} : { readOnlyWhen: formula(readOnlyWhen) }),
  };
}

function cellsOf(body: FormBody): { cell: FormCell; path: (string | number)[] }[] {
  return body.sections.flatMap(({ rows }, section) =>
    rows.flatMap((row, rowIndex) =>
      row.map((cell, cellIndex) => ({ cell, path: ["sections", section, "rows", rowIndex, cellIndex] })),
    ),
  );
}
