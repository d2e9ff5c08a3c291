import { open } from "node:fs/promises";
import { Refusal } from "@dabiao/core/platform/refusal.ts";

const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;
const TAIL = 66_000;
/** What a workbook may unpack to. A million rows of twenty columns need about half of it. */
const MAX_UNPACKED = 1_500_000_000;
const MAX_ENTRIES = 5_000;

/**
 * Refuses a zip whose own list says that it unpacks to too much, before a byte of it is unpacked.
 * A list that lies is caught by the reader's memory limit.
 */
export async function guardZip(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, TAIL));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.length - end < 22 || tail.readUInt32LE(end) !== END_RECORD)
      throw new Refusal("import_damaged_file");
    const list = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), 10_000_000));
    await file.read(list, 0, list.length, tail.readUInt32LE(end + 16));
    if (unpackedSize(list) > MAX_UNPACKED) throw new Refusal("import_zip_bomb");
  } finally {
    await file.close();
  }
}

function unpackedSize(list: Buffer): number {
  let at = 0;
  let total = 0;
  for (let entries = 0; at + 46 <= list.length && list.readUInt32LE(at) === ENTRY; entries++) {
    if (entries > MAX_ENTRIES) throw new Refusal("import_zip_bomb");
    total += list.readUInt32LE(at + 24);
    at += 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return total;
}
