import { Refusal } from "@dabiao/core/platform/refusal.ts";

export type FileFormat = "csv" | "xlsx" | "xls";

/** What a file is, by its first bytes and not by its name. */
export function detectFormat(head: Buffer): FileFormat {
  if (head.length === 0) throw new Refusal("import_empty_file");
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return "xlsx";
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) return "xls";
  if (isUtf16(head) || !head.includes(0)) return "csv";
  throw new Refusal("import_unknown_format");
}

function isUtf16(head: Buffer): boolean {
  const [first, second] = head;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
