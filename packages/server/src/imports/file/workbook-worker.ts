import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, read, SSF, utils, type WorkSheet } from "@e965/xlsx";

/** Sheets and columns beyond these are left out; the page says so by what it shows. */
const MAX_SHEETS = 50;
const MAX_COLUMNS = 500;

interface Task {
  readonly path: string;
  readonly folder: string;
}

/** Runs in a thread of its own with a memory limit: a workbook must be read whole, and a hostile one must not take the server along. */
const { path, folder } = workerData as Task;
const book = read(await readFile(path), {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellText: false,
});
const sheets: { name: string; file: string }[] = [];
for (const [index, name] of book.SheetNames.slice(0, MAX_SHEETS).entries()) {
  const sheet = book.Sheets[name];
  if (!sheet?.["!ref"]) continue;
  const file = `sheet-${index}.ndjson`;
  await writeRows(sheet, join(folder, file));
  sheets.push({ name, file });
}
parentPort?.postMessage(sheets);

async function writeRows(sheet: WorkSheet, file: string): Promise<void> {
  const range = utils.decode_range(sheet["!ref"] ?? "A1");
  const data = (sheet as { "!data"?: (CellObject | undefined)[][] })["!data"] ?? [];
  const width = Math.min(range.e.c, MAX_COLUMNS - 1);
  const out = createWriteStream(file);
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells = Array.from({ length: width + 1 }, (_, column) => cellText(data[row]?.[column]));
    if (!out.write(`${JSON.stringify(cells)}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** A cell as text: days as `YYYY-MM-DD`, numbers with every digit, never a formula. */
function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === "e") return "";
  if (cell.t === "n" && typeof cell.v === "number") {
    return cell.z !== undefined && SSF.is_date(String(cell.z)) ? dayText(cell.v) : String(cell.v);
  }
  if (cell.t === "b") return cell.v ? "TRUE" : "FALSE";
  return String(cell.v);
}

function dayText(serial: number): string {
  const { y, m, d, H, M, S } = SSF.parse_date_code(serial);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${y}-${two(m)}-${two(d)}`;
  return H || M || S ? `${day} ${two(H)}:${two(M)}:${two(Math.floor(S))}` : day;
}
