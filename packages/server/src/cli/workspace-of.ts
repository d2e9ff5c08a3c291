import { PlainFault } from "../platform/plain-fault.ts";
import type { Db, Workspace } from "../platform/postgres/db.ts";
import { namedWorkspaces } from "../platform/postgres/workspace-directory.ts";
import type { Flags } from "./command.ts";

/** The workspace a command works in: the one named by key or name, or the only company there is. */
export async function workspaceOf(db: Db, named: Flags[string]): Promise<Workspace> {
  const all = await namedWorkspaces(db);
  const found =
    named === undefined
      ? all.filter(({ kind }) => kind === "company")
      : all.filter(({ key, name }) => key === named || name === named);
  const [only] = found;
  if (only && found.length === 1) return db.forWorkspace(only);
  if (all.length === 0) {
    throw new PlainFault("还没有公司。请先执行 setup。", "There is no company yet. Run setup first.");
  }
  const list = all.map(({ key, name }) => `${key}（${name}）`).join("、");
  throw new PlainFault(`请用 --workspace 指定工作区：${list}`, `Name a workspace with --workspace: ${list}`);
}
