import { rm } from "node:fs/promises";
import { join } from "node:path";
import { removeImportFiles } from "../imports/import-folder.ts";

/** Removes every file of a workspace from the data directory: attachments and imports. */
export function workspaceFileRemover(dataDir: string) {
  return async (workspace: { readonly id: string; readonly key: string }): Promise<void> => {
    await rm(join(dataDir, "attachments", workspace.key), { recursive: true, force: true });
    await removeImportFiles(dataDir, workspace.id);
  };
}
