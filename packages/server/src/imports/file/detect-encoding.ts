import { open } from "node:fs/promises";
import { Refusal } from "@dabiao/core/platform/refusal.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const CHUNK = 1 << 20;

/**
 * The encoding of a text file. A byte-order mark decides; otherwise the whole file is tried as UTF-8, then as
 * GB18030 (which covers GBK and GB2312): bytes that fit neither are refused with their position.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const head = await firstBytes(path);
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (await fits(path, "utf-8")) return "utf-8";
  if (await fits(path, "gb18030")) return "gb18030";
  throw new Refusal("import_unknown_encoding");
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function fits(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK })) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}
