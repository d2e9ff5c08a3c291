import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyRequest } from "fastify";
import { newId } from "../platform/id.ts";
import { detectFormat } from "./file/detect-format.ts";
import { importFolder, makeFolder, removeFolder } from "./import-folder.ts";
import { insertImport } from "./import-store.ts";
import type { ImportPlace } from "./room.ts";

/** The largest file taken, in bytes. */
export const FILE_MAX = 200 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
const NAME_MAX = 200;

/**
 * Stores an upload as it streams in and notes it as an import. What is cancelled, cut short or too large leaves nothing.
 *
 * @returns the import's id
 * @throws Refusal `import_file_missing`, `import_file_too_large`, `import_empty_file`, `import_unknown_format`
 */
export async function receiveUpload(place: ImportPlace, actor: Actor, request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) throw new Refusal("import_file_missing");
  const fileSize = place.fileMax ?? FILE_MAX;
  const part = await request
    .file({ limits: { fileSize, files: 1 }, throwFileSizeLimit: false })
    .catch((error: Error & { statusCode?: number }) => {
      // What the form's reader has no status for is a form that ends too early: the sender went away.
      throw error.statusCode ? error : new Refusal("import_file_missing");
    });
  if (!part) throw new Refusal("import_file_missing");
  return await storeFile(place, actor, part.filename, async (path) => {
    let isCut = false;
    part.file.once("error", () => (isCut = true));
    try {
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      throw isCut ? new Refusal("import_file_missing") : error;
    }
    if (part.file.truncated)
      throw new Refusal("import_file_too_large", { limit: `${Math.ceil(fileSize / MEGABYTE)} MB` });
  });
}

/** The same for a file that is already on this machine, as the command line has it. */
export async function storeFile(
  { workspace, dataDir, clock }: ImportPlace,
  actor: Actor,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<string> {
  const now = clock();
  const id = newId(now);
  const folder = await makeFolder(importFolder(dataDir, workspace.id, id));
  try {
    const path = join(folder, "upload");
    await write(path);
    const { size } = await stat(path);
    const fileName = basename(name.replaceAll("\\", "/")).replaceAll("\0", "").slice(-NAME_MAX) || "upload";
    await insertImport(workspace, { id, fileName, bytes: size, format: detectFormat(await head(path)), actor }, now);
    return id;
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

async function head(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
