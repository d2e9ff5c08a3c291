/**
 * The id of the record a row makes: the same each time the row is read, so that a run taken up again makes no second one.
 * The rows of one import sort by their numbers.
 */
export function rowId(importId: string, row: number): string {
  const bytes = Buffer.from(importId.replaceAll("-", ""), "hex");
  bytes.writeUIntBE(bytes.readUIntBE(0, 6) + (row >> 12), 0, 6);
  bytes.writeUInt16BE(0x7000 | (row & 0xfff), 6);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
