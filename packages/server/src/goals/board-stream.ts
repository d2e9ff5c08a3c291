import { Readable } from "node:stream";
import type { OpenBoard } from "./board.ts";

/** Rows worked out and written at once: enough to fill a packet, few enough that other calls get their turn. */
const ROWS_AT_ONCE = 50;

/** A board as lines of JSON: its head, then a row a line. Only some rows stand in memory, however many there are. */
export function boardStream({ head, rows }: OpenBoard): Readable {
  return Readable.from(lines(head, rows()), { objectMode: false });
}

async function* lines(head: OpenBoard["head"], rows: Iterable<unknown>): AsyncGenerator<string> {
  let text = `${JSON.stringify(head)}\n`;
  let held = 0;
  for (const row of rows) {
    text += `${JSON.stringify(row)}\n`;
    if (++held < ROWS_AT_ONCE) continue;
    yield text;
    text = "";
    held = 0;
    // Other requests wait on the same thread.
    await new Promise((resume) => setImmediate(resume));
  }
  yield text;
}
