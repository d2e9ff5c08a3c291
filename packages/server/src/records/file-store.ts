import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, type ReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { SNIFFED_BYTES } from "@dabiao/core/records/file-type.ts";

export interface StoredFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Files below the data directory, each under the hash of its content: the same file is kept once, and a name a person
 * chose never becomes a path.
 */
export class FileStore {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "attachments");
  }

  /**
   * @param accept looks at the beginning and refuses; nothing stays of a file that is refused
   * @throws Refusal `attachment_too_large`
   */
  async write(
    workspaceKey: string,
    content: Readable,
    limit: number,
    accept: (start: Uint8Array) => void,
  ): Promise<StoredFile> {
    const incoming = join(this.#folder, "incoming", randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    const hash = createHash("sha256");
    let size = 0;
    let start = new Uint8Array();
    try {
      await pipeline(
        content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length;
            if (size > limit) throw new Refusal("attachment_too_large", { limit: Math.floor(limit / 1024 / 1024) });
            if (start.length < SNIFFED_BYTES)
              start = new Uint8Array(Buffer.concat([start, chunk]).subarray(0, SNIFFED_BYTES));
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(incoming, { mode: 0o600 }),
      );
      accept(start);
      const sha256 = hash.digest("hex");
      await this.#keep(incoming, this.#path(workspaceKey, sha256));
      return { sha256, size };
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async read(workspaceKey: string, sha256: string): Promise<ReadStream> {
    const path = this.#path(workspaceKey, sha256);
    await access(path).catch(() => {
      throw new Refusal("not_found", { what: "file" });
    });
    return createReadStream(path);
  }

  /** On disk before its row is: an acknowledged file survives a power cut. */
  async #keep(incoming: string, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(incoming, "r+");
    await file.sync();
    await file.close();
    await rename(incoming, path);
  }

  #path(workspaceKey: string, sha256: string): string {
    return join(this.#folder, workspaceKey, sha256.slice(0, 2), sha256);
  }
}
