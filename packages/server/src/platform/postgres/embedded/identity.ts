import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { PlainFault } from "../../plain-fault.ts";

/** The system user PostgreSQL runs as. PostgreSQL refuses to run as root. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

const UNPRIVILEGED_USERS = ["dabiao", "postgres", "nobody"];

/** Who PostgreSQL must run as when we are root; `undefined` when we are not, and it may run as ourselves. */
export function unprivilegedIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(readFileSync("/etc/passwd", "utf8").split("\n").map(passwdEntry));
  for (const name of UNPRIVILEGED_USERS) {
    const found = users.get(name);
    if (found && found.uid !== 0) return found;
  }
  throw new PlainFault(
    `以 root 运行时需要一个普通系统用户来运行数据库，但 ${UNPRIVILEGED_USERS.join("、")} 都不存在。请执行 useradd --system dabiao，或改用普通用户运行。`,
    `Running as root needs an ordinary system user for the database, but none of ${UNPRIVILEGED_USERS.join(", ")} exists. Run useradd --system dabiao, or start as an ordinary user.`,
  );
}

/** Whether that user may walk down to the directory; a root-only home directory above it is enough to say no. */
export function canEnter(directory: string, identity: Identity | undefined): boolean {
  if (!identity) return true;
  for (let path = directory; ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !mayPass(stat, identity)) return false;
    if (path === dirname(path)) return true;
  }
}

function mayPass(stat: { uid: number; gid: number; mode: number }, identity: Identity): boolean {
  if (stat.uid === identity.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === identity.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

function passwdEntry(line: string): [string, Identity] {
  const [name = "", , uid, gid] = line.split(":");
  return [name, { uid: Number(uid), gid: Number(gid) }];
}
