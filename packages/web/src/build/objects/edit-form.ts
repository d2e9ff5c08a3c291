import type { FormBody, FormCell, FormSection } from "@dabiao/core/model/kinds/form.ts";

/** Where a cell stands: section, row, place in the row. */
export interface CellPlace {
  readonly section: number;
  readonly row: number;
  readonly cell: number;
}

export const ROW_MAX = 4;

export function withSection(
  body: FormBody,
  at: number,
  change: (section: FormSection) => FormSection | null,
): FormBody {
  const sections = body.sections.flatMap((section, index) => (index === at ? (change(section) ?? []) : section));
  return { ...body, sections };
}

export function cellsOf({ sections }: FormBody): readonly FormCell[] {
  return sections.flatMap(({ rows }) => rows.flat());
}

/** The cell changed, or taken out. */
export function withCell(body: FormBody, place: CellPlace, change: (cell: FormCell) => FormCell | null): FormBody {
  return withSection(body, place.section, (section) => ({
    ...section,
    rows: section.rows
      .map((row, at) =>
        at === place.row ? row.flatMap((cell, index) => (index === place.cell ? (change(cell) ?? []) : cell)) : row,
      )
      .filter((row) => row.length > 0),
  }));
}

/** The cell exchanged with the one before or after it in the section. */
export function withCellMoved(body: FormBody, place: CellPlace, step: -1 | 1): FormBody {
  return withSection(body, place.section, (section) => {
    const flat = section.rows.flat();
    const from = section.rows.slice(0, place.row).flat().length + place.cell;
    const [a, b] = [flat[from], flat[from + step]];
    if (!a || !b) return section;
    const swapped = flat.with(from, b).with(from + step, a);
    let next = 0;
    return { ...section, rows: section.rows.map((row) => row.map(() => swapped[next++] as FormCell)) };
  });
}

/** A cell that shares its row gets one of its own; one alone joins the row above, if there is room. */
export function withCellWidth(body: FormBody, { section: at, row, cell }: CellPlace): FormBody {
  return withSection(body, at, (section) => {
    const own = section.rows[row] ?? [];
    const moved = own[cell];
    const above = section.rows[row - 1];
    if (!moved) return section;
    if (own.length > 1) return { ...section, rows: section.rows.toSpliced(row, 1, own.toSpliced(cell, 1), [moved]) };
    if (!above || above.length >= ROW_MAX) return section;
    return { ...section, rows: section.rows.toSpliced(row - 1, 2, [...above, moved]) };
  });
}
