import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { FileSheet } from "@dabiao/core/imports/import.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { csvRows } from "./csv-rows.ts";
import { detectEncoding, type Encoding } from "./detect-encoding.ts";
import { detectFormat, type FileFormat } from "./detect-format.ts";
import { ColumnSampler } from "./sample-columns.ts";
import { unpackWorkbook } from "./workbook-sheets.ts";
import { guardZip } from "./zip-guard.ts";

/** The most rows one sheet may have; the rest of a longer file is refused, not cut. */
export const ROWS_MAX = 2_000_000;

export interface Unpacked {
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly sheets: FileSheet[];
}

/**
 * Brings an uploaded file into one form, `sheet-<n>.ndjson` in its folder with a list of cells per line (the header
 * first), so that checking, writing and resuming read every kind of file alike.
 *
 * @throws Refusal `import_*` for what cannot be read, in words about the file
 */
export async function unpackFile(path: string, folder: string): Promise<Unpacked> {
  const format = detectFormat(await head(path));
  if (format === "csv") {
    const encoding = await detectEncoding(path);
    await writeCsv(path, encoding, join(folder, "sheet-0.ndjson"));
    return { format, encoding, sheets: [await describe("", join(folder, "sheet-0.ndjson"))] };
  }
  if (format === "xlsx") await guardZip(path);
  const found = await unpackWorkbook(path, folder);
  const sheets: FileSheet[] = [];
  for (const { name, file } of found) sheets.push(await describe(name, join(folder, file)));
  if (sheets.length === 0) throw new Refusal("import_empty_file");
  return { format, encoding: null, sheets };
}

/** The rows of an unpacked sheet after its header, each with its number as a spreadsheet counts. */
export async function* sheetRows(folder: string, sheet: number): AsyncGenerator<{ row: number; cells: string[] }> {
  let row = 0;
  for await (const lines of lineLists(join(folder, `sheet-${sheet}.ndjson`))) {
    for (const line of lines) {
      row += 1;
      const cells = JSON.parse(line) as string[];
      if (row > 1 && cells.some((cell) => cell !== "")) yield { row, cells };
    }
  }
}

/** The lines of a file, as many at a time as one read gives: line by line the waiting costs more than the reading. */
async function* lineLists(file: string): AsyncGenerator<string[]> {
  let rest = "";
  for await (const piece of createReadStream(file, { encoding: "utf8" })) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  if (rest !== "") yield [rest];
}

async function head(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function writeCsv(path: string, encoding: Encoding, to: string): Promise<void> {
  const out = createWriteStream(to);
  for await (const cells of csvRows(path, encoding)) {
    if (!out.write(`${JSON.stringify(cells.map((cell) => cell.trim()))}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

async function describe(name: string, file: string): Promise<FileSheet> {
  const sampler = new ColumnSampler();
  let first = true;
  for await (const lines of lineLists(file)) {
    for (const line of lines) {
      const cells = JSON.parse(line) as string[];
      if (first) sampler.header(cells);
      else sampler.row(cells);
      first = false;
    }
  }
  if (sampler.rows > ROWS_MAX) throw new Refusal("import_too_many_rows", { max: ROWS_MAX });
  return { name, rows: sampler.rows, columns: sampler.columns() };
}
