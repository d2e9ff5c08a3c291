import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Where a workspace's uploaded files lie. */
export function importsFolder(dataDir: string, workspaceId: string): string {
  return join(dataDir, "imports", workspaceId);
}

/** Where one import keeps the file as it came (`upload`) and its rows in one form (`sheet-<n>.ndjson`). */
export function importFolder(dataDir: string, workspaceId: string, importId: string): string {
  return join(importsFolder(dataDir, workspaceId), importId);
}

export async function makeFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Gone is gone: also of a workspace that never imported anything. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The files of a workspace that is being removed. */
export async function removeImportFiles(dataDir: string, workspaceId: string): Promise<void> {
  await removeFolder(importsFolder(dataDir, workspaceId));
}
