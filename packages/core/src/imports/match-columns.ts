import type { LocalText } from "../platform/text.ts";
import type { ColumnMapping, FileColumn } from "./import.ts";
import { bareName, nearest } from "./similarity.ts";

/** A field that a column may go to. */
export interface MatchField {
  readonly key: string;
  readonly type: string;
  readonly label: LocalText;
  readonly aliases: readonly string[];
}

/** Names under which files keep the person who answers for a record. */
export const OWNER_ALIASES = [
  "owner",
  "sales_agent",
  "agent",
  "salesperson",
  "sales rep",
  "rep",
  "负责人",
  "业务员",
  "销售",
  "销售代表",
  "销售员",
  "归属人",
] as const;

/** Kinds of values that fit a field type; a type not named takes anything. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  number: ["number"],
  integer: ["number"],
  money: ["number"],
  percent: ["number"],
  date: ["date"],
  datetime: ["date"],
  boolean: ["boolean", "number"],
};
/** Below this share of fitting values a type speaks against a match that only resembles by name. */
const MOSTLY = 0.6;
const BY_NAME = 100;
const BY_ALIAS = 90;

/**
 * Finds for every column of a file the field it goes to: by key, label in either language or alias; then by names
 * that differ by a slip, when the contents fit too. Each field is taken once, by the better match.
 *
 * @returns one mapping per column, in order (`field` is null where nothing fits), then those of columns that serve two fields
 */
export function matchColumns(columns: readonly FileColumn[], fields: readonly MatchField[]): ColumnMapping[] {
  const scored = columns.flatMap((column) =>
    fields.map((field) => ({ column, field, score: score(column, field) })).filter(({ score }) => score > 0),
  );
  scored.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
  const fieldOf = new Map<number, MatchField>();
  const taken = new Set<string>();
  for (const { column, field } of scored) {
    if (fieldOf.has(column.index) || taken.has(field.key)) continue;
    fieldOf.set(column.index, field);
    taken.add(field.key);
  }
  const mapped = columns.map((column) => mappingOf(column, fieldOf.get(column.index)));
  return [...mapped, ...servingTwice(columns, fields, fieldOf, taken)];
}

/** A field left over whose own name is that of a column already given away takes the column too: one 订单 ID names both a return and its order. */
function servingTwice(
  columns: readonly FileColumn[],
  fields: readonly MatchField[],
  fieldOf: ReadonlyMap<number, MatchField>,
  taken: Set<string>,
): ColumnMapping[] {
  return columns.flatMap((column) => {
    if (!fieldOf.has(column.index)) return [];
    const field = fields.find((each) => !taken.has(each.key) && score(column, each) >= BY_ALIAS);
    if (field) taken.add(field.key);
    return field ? [mappingOf(column, field)] : [];
  });
}

function mappingOf(column: FileColumn, field: MatchField | undefined): ColumnMapping {
  return {
    column: column.index,
    field: field?.key ?? null,
    factor: field ? factorFor(column, field) : "1",
    values: {},
    missing: "refuse",
  };
}

function score(column: FileColumn, field: MatchField): number {
  const header = bareName(headerName(column.header));
  if (header === "") return 0;
  const fits = fitting(column, field.type);
  const own = [field.key, field.label.zh, field.label.en ?? ""];
  if (own.some((name) => bareName(headerName(name)) === header)) return BY_NAME + fits * 10;
  if (field.aliases.some((name) => bareName(name) === header)) return BY_ALIAS + fits * 10;
  if (fits < MOSTLY) return 0;
  const long = [...own, ...field.aliases].filter((name) => bareName(name).length > 3);
  const near = nearest(header, long, 1);
  return near.length > 0 ? 40 + fits * 10 : 0;
}

/** Share of the sampled values that read as the type. */
function fitting({ kinds }: FileColumn, type: string): number {
  const wanted = FITTING[type];
  const total = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  if (!wanted || total === 0) return 1;
  return wanted.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0) / total;
}

/** `金额(万)` is called 金额; what stands in brackets is its unit. */
function headerName(header: string): string {
  return header.replace(/[（(][^）)]*[）)]\s*$/, "");
}

/** Rates of 0.4 and 0.25 are fractions, though people who type 0.4 into a percent field mean 0.4 %. */
function factorFor(column: FileColumn, { type, label }: MatchField): ColumnMapping["factor"] {
  if (!FITTING[type]?.includes("number")) return "1";
  const fractions = column.samples.length > 0 && column.samples.every((sample) => /^-?[01]?(\.\d+)?$/.test(sample));
  if (type === "percent" && fractions) return "100";
  // A field that is itself counted in the header's unit takes the numbers as they are.
  const isOwnUnit = [label.zh, label.en].some((name) => name && bareName(name) === bareName(column.header));
  return isOwnUnit ? "1" : factorOf(column.header);
}

const SCALES: Readonly<Record<string, ColumnMapping["factor"]>> = {
  千: "1000",
  万: "10000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
};

/** What a unit in the header makes of the column's numbers. */
function factorOf(header: string): ColumnMapping["factor"] {
  const unit = /[（(]([^）)]*)[）)]\s*$/.exec(header.normalize("NFKC"))?.[1] ?? "";
  return SCALES[/[百千]?[万亿]|^千(?=元)/.exec(unit)?.[0] ?? ""] ?? "1";
}
