import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "../plain-fault.ts";
import { isAlive } from "./embedded/pid-file.ts";

/** Who has the embedded database of a data directory open, and where others find it. */
export interface Running {
  readonly pid: number;
  readonly kind: "server" | "command";
  readonly databaseUrl?: string;
  readonly address?: string;
}

/** The process that has the data directory open now; a file left by a killed one counts as none. */
export function findRunning(dataDir: string): Running | undefined {
  const file = join(dataDir, "running.json");
  if (!existsSync(file)) return undefined;
  try {
    const running = JSON.parse(readFileSync(file, "utf8")) as Running;
    return running.pid !== process.pid && isAlive(running.pid) ? running : undefined;
  } catch {
    // Half-written by a process that was killed meanwhile.
    return undefined;
  }
}

/** @throws PlainFault when another process has it open: two would stop the database under each other. */
export function claimDataDir(dataDir: string, kind: Running["kind"]): void {
  mkdirSync(dataDir, { recursive: true });
  const other = findRunning(dataDir);
  if (!other) {
    announce(dataDir, { pid: process.pid, kind });
    return;
  }
  throw new PlainFault(
    `数据目录 ${dataDir} 正在被进程 ${other.pid} 使用${other.address ? `，它在 ${other.address}` : ""}。请先停止它，或用 DATA_DIR 指定别的目录。`,
    `Process ${other.pid} is using the data directory ${dataDir}${other.address ? `; it is at ${other.address}` : ""}. Stop it first, or name another directory with DATA_DIR.`,
  );
}

export function announce(dataDir: string, running: Running): void {
  writeFileSync(join(dataDir, "running.json"), `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

export function leaveDataDir(dataDir: string): void {
  rmSync(join(dataDir, "running.json"), { force: true });
}
