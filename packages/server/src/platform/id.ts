import { randomFillSync } from "node:crypto";

/** Random bytes are drawn for many ids at once: one by one they took a tenth of an import. */
const pool = Buffer.alloc(4096);
let drawn = pool.length;
let lastMs = 0;
let sequence = 0;

/**
 * A new id (uuid version 7). Ids sort by the moment they were made, also within a millisecond of one process,
 * so new rows land at the end of an index and a batch keeps its order.
 */
export function newId(now: Date = new Date()): string {
  const ms = now.getTime();
  sequence = ms === lastMs ? sequence + 1 : 0;
  lastMs = ms;
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const bytes = pool.subarray(drawn, drawn + 16);
  drawn += 16;
  bytes.writeUIntBE(ms + (sequence >> 12), 0, 6);
  bytes.writeUInt16BE(0x7000 | (sequence & 0xfff), 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
