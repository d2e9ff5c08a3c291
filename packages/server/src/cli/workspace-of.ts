import { PlainFault } from "../platform/plain-fault.ts";
import type { Db, Workspace } from "../platform/postgres/db.ts";
import { activeWorkspaces } from "../platform/postgres/workspace-directory.ts";
import type { Flags } from "./command.ts";

/** The workspace a command works in: the one named, or the only one there is. */
export async function workspaceOf(db: Db, named: Flags[string]): Promise<Workspace> {
  const workspaces = await activeWorkspaces(db);
  const found =
    typeof named === "string" ? workspaces.filter(({ key, id }) => key === named || id === named) : workspaces;
  const [only] = found;
  if (only && found.length === 1) return only;
  const keys = workspaces.map(({ key }) => key).join(", ");
  if (workspaces.length === 0) {
    throw new PlainFault("还没有公司。请先执行 setup。", "There is no company yet. Run setup first.");
  }
  throw new PlainFault(`请用 --workspace 指定工作区：${keys}`, `Name a workspace with --workspace: ${keys}`);
}
