import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
  /** False when the number now belongs to another program, or to nothing. */
  readonly isPostgres: boolean;
}

/** What `postmaster.pid` of a data directory says, or `undefined` when there is none. */
export function readPidFile(data: string): PidFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(data, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return { pid: 0, port: 0, status: "", isPostgres: false };
  return {
    pid,
    port: Number(lines[3]),
    status: (lines[7] ?? "").trim(),
    isPostgres: isAlive(pid) && serves(pid, data),
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** In a container without an init process, a stopped orphan stays listed until its parent looks. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** Process numbers come round again, so on Linux the process must have been started on this very directory. */
function serves(pid: number, data: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words.includes(data) || words.includes(realpathSync(data));
  } catch {
    return false;
  }
}
