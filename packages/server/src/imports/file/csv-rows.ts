import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { CsvError, parse } from "csv-parse";
import type { Encoding } from "./detect-encoding.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
const MAX_RECORD_BYTES = 1 << 20;

/** The rows of a text file as lists of cells, in whatever encoding and with whatever delimiter it was saved. */
export async function* csvRows(path: string, encoding: Encoding): AsyncGenerator<string[]> {
  const delimiter = await guessDelimiter(path, encoding);
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_BYTES,
  });
  const text = createReadStream(path).pipe(decoding(encoding));
  text.on("error", (error) => parser.destroy(error));
  try {
    for await (const row of text.pipe(parser)) yield row as string[];
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("import_bad_csv", { line: parser.info.lines });
    throw error;
  }
}

/** The delimiter that cuts the first lines into the most equal pieces. */
async function guessDelimiter(path: string, encoding: Encoding): Promise<string> {
  const lines = (await headText(path, encoding))
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line !== "");
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    return { delimiter, score: usual * counts.filter((count) => count === usual).length };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

async function headText(path: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { end: 65_535 })) return decoder.decode(chunk as Buffer);
  return "";
}

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}
