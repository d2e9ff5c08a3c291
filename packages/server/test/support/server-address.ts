import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** One PostgreSQL for all test files of this user on this machine. It leaves by itself when nobody has asked for a while. */
export const TEST_SERVER_HOME = join(tmpdir(), `dabiao-test-${process.getuid?.() ?? "user"}`);
export const ADDRESS_FILE = join(TEST_SERVER_HOME, "address.json");

const START_TIMEOUT_MS = 90_000;

/** The address of the test server: `TEST_DATABASE_URL`, the one that is running, or one started now. */
export async function testServerUrl(): Promise<string> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return given;
  const deadline = Date.now() + START_TIMEOUT_MS;
  let launched = 0;
  while (Date.now() < deadline) {
    const url = runningUrl();
    if (url) return url;
    // Several test files may launch at once: the first to take the lock stays, the others leave at once.
    if (Date.now() - launched > 5_000) {
      launchServer();
      launched = Date.now();
    }
    await sleep(30);
  }
  throw new Error(`the test PostgreSQL did not start; see ${join(TEST_SERVER_HOME, "server.log")}`);
}

function runningUrl(): string | undefined {
  if (!existsSync(ADDRESS_FILE)) return undefined;
  try {
    const { url, pid } = JSON.parse(readFileSync(ADDRESS_FILE, "utf8")) as { url: string; pid: number };
    process.kill(pid, 0);
    return url;
  } catch {
    return undefined;
  }
}

function launchServer(): void {
  mkdirSync(TEST_SERVER_HOME, { recursive: true });
  const log = openSync(join(TEST_SERVER_HOME, "server.log"), "a");
  const program = fileURLToPath(new URL("./server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=dabiao-source", program], {
    cwd: TEST_SERVER_HOME,
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, NODE_TEST_CONTEXT: "" },
  });
  child.unref();
  closeSync(log);
}
