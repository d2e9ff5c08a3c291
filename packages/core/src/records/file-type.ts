/** File types a record takes, by extension, with the bytes such files begin with where they have some. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly start?: readonly number[] }>> = {
  png: { type: "image/png", start: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: "image/jpeg", start: [0xff, 0xd8, 0xff] },
  jpeg: { type: "image/jpeg", start: [0xff, 0xd8, 0xff] },
  gif: { type: "image/gif", start: [0x47, 0x49, 0x46, 0x38] },
  webp: { type: "image/webp", start: [0x52, 0x49, 0x46, 0x46] },
  heic: { type: "image/heic" },
  pdf: { type: "application/pdf", start: [0x25, 0x50, 0x44, 0x46] },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", start: [0x50, 0x4b] },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", start: [0x50, 0x4b] },
  pptx: { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation", start: [0x50, 0x4b] },
  doc: { type: "application/msword", start: [0xd0, 0xcf, 0x11, 0xe0] },
  xls: { type: "application/vnd.ms-excel", start: [0xd0, 0xcf, 0x11, 0xe0] },
  ppt: { type: "application/vnd.ms-powerpoint", start: [0xd0, 0xcf, 0x11, 0xe0] },
  zip: { type: "application/zip", start: [0x50, 0x4b] },
  txt: { type: "text/plain" },
  csv: { type: "text/csv" },
  md: { type: "text/markdown" },
  mp3: { type: "audio/mpeg" },
  m4a: { type: "audio/mp4" },
  wav: { type: "audio/wav", start: [0x52, 0x49, 0x46, 0x46] },
  mp4: { type: "video/mp4" },
};

/** Bytes of the beginning that `fileType` wants to see. */
export const SNIFFED_BYTES = 8;

/**
 * The content type of a file by its name, held against its first bytes, so that a program does not pass as a picture.
 * Null for types a record does not take: pages and scripts among them, which a browser might run.
 */
export function fileType(name: string, start: Uint8Array): string | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const known = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  if (!known) return null;
  const fits = known.start?.every((byte, index) => start[index] === byte) ?? true;
  return fits ? known.type : null;
}

/** A file's name without paths and control characters, at most 200 characters, its extension kept. */
export function fileName(given: string): string {
  const bare = (given.split(/[/\\]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim() || "file";
  const extension = /\.[a-z0-9]{1,5}$/i.exec(bare)?.[0] ?? "";
  return bare.length <= 200 ? bare : bare.slice(0, 200 - extension.length) + extension;
}
