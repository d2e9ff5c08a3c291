import type { ColumnMapping, FileColumn, FileSheet, ImportMapping, ImportTarget } from "@dabiao/core/imports/import.ts";
import { matchColumns } from "@dabiao/core/imports/match-columns.ts";
import { PEOPLE_FILE_NAMES, PEOPLE_MATCH_FIELDS } from "@dabiao/core/imports/people-fields.ts";
import { suggestTarget, type TargetCandidate } from "@dabiao/core/imports/suggest-target.ts";
import { keyFields, matchFields } from "@dabiao/core/imports/target-fields.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import { hasRecords } from "../records/lookup-store.ts";
import { sheetRows } from "./file/unpack.ts";
import { orderOfDates } from "./file/value-kind.ts";
import { importFolder } from "./import-folder.ts";
import { findImport, type StoredImport } from "./import-store.ts";
import { mappingByHeaders, rememberedMappings } from "./mapping-store.ts";
import type { ImportPlace } from "./room.ts";

export interface Suggestion {
  readonly target: ImportTarget;
  readonly mapping: ImportMapping;
  readonly remembered: boolean;
}

/**
 * How a sheet is best imported: as the same headers were before, otherwise by the names of file and sheet, the columns'
 * names and contents; with the order of dates, the factor of numbers, values mapped before, and a key.
 *
 * @param object when somebody has chosen what the rows become: an object's key, or `people`
 */
export async function suggestMapping(
  place: ImportPlace,
  access: Access,
  id: string,
  sheetIndex: number,
  object: string | undefined,
): Promise<Suggestion> {
  const stored = await findImport(place.workspace, id, place.clock());
  const sheet = stored.sheets[sheetIndex];
  if (!sheet) throw new Refusal("import_not_ready", { state: stored.state });
  const definitions = await world(place.workspace);
  const candidates = candidatesOf(definitions, access, object);
  const headers = sheet.columns.map(({ header }) => header);
  const before = await mappingByHeaders(place.workspace, headers);
  const known = candidates.some(({ target }) => JSON.stringify(target) === JSON.stringify(before?.target));
  if (before && known) {
    const mapping = { ...before, sheet: sheetIndex, columns: moved(before, sheet, await oldHeaders(place, before)) };
    return { target: before.target, mapping, remembered: true };
  }
  const names = [sheet.name, stored.fileName.replace(/\.[^.]*$/, "")];
  const found = suggestTarget(stored.sheets.length > 1 ? names.slice(0, 1) : names, sheet.columns, candidates);
  if (!found) throw new Refusal("forbidden", { what: "import" });
  const mapping = await detailed(place, access, definitions, stored, sheetIndex, found);
  return { target: found.target, mapping, remembered: false };
}

function candidatesOf(definitions: World, access: Access, object: string | undefined): TargetCandidate[] {
  const objects = definitions.list(objectSchema).flatMap(({ key, body }): TargetCandidate[] => {
    const shape = findObject(definitions, key);
    if (!shape || !access.object(key).create || (object !== undefined && object !== key)) return [];
    const names = [key, body.label.zh, body.label.en ?? "", body.plural?.en ?? "", ...(body.aliases ?? [])];
    return [{ target: { kind: "object", object: key }, names, fields: matchFields(shape) }];
  });
  const people: TargetCandidate = { target: { kind: "people" }, names: PEOPLE_FILE_NAMES, fields: PEOPLE_MATCH_FIELDS };
  const mayPeople = access.can("people.manage") && (object === undefined || object === "people");
  return mayPeople ? [...objects, people] : objects;
}

/** The columns of an earlier mapping, found again by their headers. */
function moved(before: ImportMapping, sheet: FileSheet, headers: readonly string[]): ColumnMapping[] {
  const indexOf = new Map(sheet.columns.map(({ header, index }) => [header, index]));
  const kept = before.columns.flatMap((column) => {
    const index = indexOf.get(headers[column.column] ?? "");
    const dateOrder = column.dateOrder && index !== undefined ? orderOf(sheet.columns[index]) : undefined;
    return index === undefined ? [] : [{ ...column, column: index, ...(dateOrder ? { dateOrder } : {}) }];
  });
  const mapped = new Set(kept.map(({ column }) => column));
  const rest = sheet.columns.filter(({ index }) => !mapped.has(index));
  return [...kept, ...matchColumns(rest, [])].sort((a, b) => a.column - b.column);
}

async function oldHeaders(place: ImportPlace, before: ImportMapping): Promise<readonly string[]> {
  const all = await rememberedMappings(place.workspace, before.target);
  return all.find(({ mapping }) => JSON.stringify(mapping) === JSON.stringify(before))?.headers ?? [];
}

async function detailed(
  place: ImportPlace,
  access: Access,
  definitions: World,
  stored: StoredImport,
  sheetIndex: number,
  found: { readonly target: ImportTarget; readonly columns: readonly ColumnMapping[] },
): Promise<ImportMapping> {
  const { target } = found;
  const values = await rememberedValues(place, target);
  const sheetColumns = stored.sheets[sheetIndex]?.columns ?? [];
  const shape = target.kind === "object" ? findObject(definitions, target.object) : undefined;
  const columns: ColumnMapping[] = [];
  for (const column of found.columns) {
    const field = column.field === null ? undefined : shape?.fields.get(column.field);
    const isDay = field?.family === "date" || field?.family === "datetime";
    const aim = field?.target?.kind === "object" ? field.target.object : undefined;
    // Where there is nothing yet to refer to, the file is all there is to make it from.
    const makes = aim !== undefined && aim !== shape?.key && !(await hasRecords(place.workspace, access, aim));
    columns.push({
      ...column,
      ...(isDay ? { dateOrder: orderOf(sheetColumns[column.column]) } : {}),
      ...(makes ? { missing: "create" as const } : {}),
      values: values.get(column.field ?? "") ?? {},
    });
  }
  const key = shape
    ? await findKey(place, stored, sheetIndex, columns, new Set(keyFields(shape).map(({ key }) => key)))
    : null;
  return { sheet: sheetIndex, target, columns, key, duplicates: "update" };
}

function orderOf(column: FileColumn | undefined) {
  return orderOfDates(column?.kinds ?? {});
}

/** Value mappings made for a field of the target in any earlier file. */
async function rememberedValues(
  place: ImportPlace,
  target: ImportTarget,
): Promise<Map<string, Record<string, string>>> {
  const values = new Map<string, Record<string, string>>();
  for (const { mapping } of (await rememberedMappings(place.workspace, target)).reverse()) {
    for (const { field, values: given } of mapping.columns) {
      if (field !== null) values.set(field, { ...values.get(field), ...given });
    }
  }
  return values;
}

/** A unique field whose column says something different in every row. */
async function findKey(
  { dataDir, workspace }: ImportPlace,
  stored: StoredImport,
  sheet: number,
  columns: readonly ColumnMapping[],
  keys: ReadonlySet<string>,
): Promise<string | null> {
  const open = new Map(
    columns.flatMap(({ field, column }) => (field && keys.has(field) ? [[field, column] as const] : [])),
  );
  const seen = new Map([...open.keys()].map((field) => [field, new Set<string>()]));
  for await (const { cells } of open.size > 0 ? sheetRows(importFolder(dataDir, workspace.id, stored.id), sheet) : []) {
    for (const [field, column] of open) {
      const value = cells[column] ?? "";
      const values = seen.get(field);
      if (value === "" || values?.has(value)) open.delete(field);
      else values?.add(value);
    }
  }
  return [...open.keys()][0] ?? null;
}
