import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clusterPlace } from "../../packages/server/src/platform/postgres/embedded/place.ts";
import { findRunning } from "../../packages/server/src/platform/postgres/running.ts";

const MAIN = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

export interface Product {
  /** Ends with a slash. */
  readonly address: string;
  readonly databaseUrl: string;
  /** Milliseconds from the start of the process to the line that says ready. */
  readonly readyMs: number;
  /** Resident memory of the app and all PostgreSQL processes, in MB (shared memory counted once). */
  memoryMb(): number;
  /** The app's own part of it. */
  appMemoryMb(): number;
  stop(): Promise<void>;
}

/** Starts the product as users start it, in a process of its own. */
export async function startProduct(dataDir: string): Promise<Product> {
  const started = performance.now();
  const child = fork(MAIN, [], {
    execArgv: ["--conditions=dabiao-source"],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: "0",
      HOST: "127.0.0.1",
      RATE_LIMIT: "0",
      LOG_LEVEL: "error",
      DATABASE_URL: "",
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const address = await readyLine(child);
  const readyMs = performance.now() - started;
  const databaseUrl = findRunning(dataDir)?.databaseUrl;
  if (!databaseUrl) throw new Error("the product does not say where its database is");
  return {
    address,
    databaseUrl,
    readyMs,
    memoryMb: () => memoryOf(child.pid ?? 0, dataDir),
    appMemoryMb: () => Math.round(pssKb(child.pid ?? 0) / 1024),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function readyLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const found = /达标 ready (\S+)/.exec(text)?.[1];
    if (found) return new URL("/", found).href;
  }
  throw new Error(`the product ended before it was ready: ${text}`);
}

/** Proportional set size: what the processes would free if they all ended. */
function memoryOf(pid: number, dataDir: string): number {
  const postmaster = Number(
    readFileSync(join(clusterPlace(dataDir).directory, "data", "postmaster.pid"), "utf8").split("\n")[0],
  );
  const pids = [pid, postmaster, ...childrenOf(postmaster)];
  return Math.round(pids.reduce((sum, each) => sum + pssKb(each), 0) / 1024);
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

/** A process that ended between the list and the look counts nothing. */
function pssKb(pid: number): number {
  const file = `/proc/${pid}/smaps_rollup`;
  return existsSync(file) ? Number(/^Pss:\s+(\d+)/m.exec(readFileSync(file, "utf8"))?.[1] ?? 0) : 0;
}
