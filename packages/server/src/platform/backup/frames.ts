import { damaged } from "./damaged.ts";

/** A piece of a backup: what it is, and its bytes. */
export interface Frame {
  readonly kind: FrameKind;
  readonly body: Buffer;
}

/** header, table or file begins, its data, its end, trailer. */
export type FrameKind = "H" | "T" | "F" | "D" | "E" | "Z";

const HEAD_BYTES = 5;
const LARGEST_BODY = 64 * 1024 * 1024;
const KINDS = new Set<string>(["H", "T", "F", "D", "E", "Z"]);

/** One letter, the length in four bytes, then the bytes. */
export function frameHead(kind: FrameKind, length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(length, 1);
  return head;
}

/** Cuts a stream into its frames, holding no more than one. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let frame = takeFrame(rest); frame; frame = takeFrame(rest)) {
      rest = rest.subarray(HEAD_BYTES + frame.body.length);
      yield frame;
    }
  }
  if (rest.length > 0) throw damaged("cut short");
}

function takeFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const kind = bytes.toString("latin1", 0, 1);
  const length = bytes.readUInt32BE(1);
  if (!KINDS.has(kind) || length > LARGEST_BODY) throw damaged("unknown content");
  if (bytes.length < HEAD_BYTES + length) return undefined;
  return { kind: kind as FrameKind, body: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) };
}
