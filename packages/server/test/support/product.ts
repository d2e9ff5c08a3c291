import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { emptyDatabase } from "./database.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const CLI = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
const READY = /^达标 ready (http\S+)$/m;

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Product {
  /** The address alone: `http://127.0.0.1:40001/`. */
  readonly address: string;
  /** The one-time token of a fresh installation. */
  readonly setupToken: string | null;
  /** Where its embedded database listens; only with `startProduct`. */
  databaseUrl(): string;
  /** Ctrl-C, and waits for the end. */
  stop(): Promise<Finished>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** A data directory of the test's own, its name with a space and Chinese characters as users have them. */
export function temporaryDataDir(t: TestContext): string {
  runningOf(t);
  const folder = mkdtempSync(join(tmpdir(), "达标 data-"));
  // As root, the database's own user must be able to pass through.
  chmodSync(folder, 0o755);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the real process with the embedded database on a data directory, as `npm start` does. */
export async function startProduct(
  t: TestContext,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Product> {
  return await started(t, { DATA_DIR: dataDir, ...env }, dataDir);
}

/** Starts the real process on an empty database of the shared test server: half a second quicker, for browser tests. */
export async function startProductOnTestServer(t: TestContext, env: Record<string, string> = {}): Promise<Product> {
  const dataDir = temporaryDataDir(t);
  return await started(t, { DATA_DIR: dataDir, DATABASE_URL: await emptyDatabase(t), ...env }, dataDir);
}

/** Runs the command line to its end. */
export async function runCommand(words: readonly string[], env: Record<string, string>): Promise<Finished> {
  return await new Running(CLI, words, env).finished;
}

async function started(t: TestContext, env: Record<string, string>, dataDir: string): Promise<Product> {
  const running = new Running(MAIN, [], { PORT: "0", ...env });
  runningOf(t).push(running);
  const url = new URL(await running.ready());
  const setupToken = url.searchParams.get("setup");
  url.search = "";
  return {
    address: url.href,
    setupToken,
    databaseUrl: () =>
      (JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8")) as { databaseUrl: string }).databaseUrl,
    stop: () => running.signal("SIGINT"),
    async kill() {
      await running.signal("SIGKILL");
    },
  };
}

const running = new WeakMap<TestContext, Running[]>();

/** Asked for before anything else of the test is made, so that processes end before their files and databases go. */
function runningOf(t: TestContext): Running[] {
  const known = running.get(t);
  if (known) return known;
  const fresh: Running[] = [];
  running.set(t, fresh);
  t.after(() => Promise.all(fresh.map((each) => each.signal("SIGTERM"))));
  return fresh;
}

class Running {
  readonly finished: Promise<Finished>;
  readonly #child: ChildProcess;
  #out = "";
  #err = "";

  constructor(program: string, words: readonly string[], env: Record<string, string>) {
    this.#child = spawn(process.execPath, ["--conditions=dabiao-source", program, ...words], {
      env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => (this.#out += text));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.#err += text));
    // Not "close": a database that outlives a kill -9 of its app holds no pipe of ours, but a stray one might.
    this.finished = new Promise((resolve) => {
      this.#child.once("exit", (code) => setImmediate(() => resolve({ code, out: this.#out, err: this.#err })));
    });
  }

  async ready(): Promise<string> {
    const line = new Promise<string>((resolve) => {
      this.#child.stdout?.on("data", () => {
        const found = READY.exec(this.#out)?.[1];
        if (found) resolve(found);
      });
    });
    const ended = this.finished.then(({ code, err }) => {
      throw new Error(`the product ended with ${code}: ${err}`);
    });
    return await Promise.race([line, ended]);
  }

  async signal(signal: NodeJS.Signals): Promise<Finished> {
    this.#child.kill(signal);
    return await this.finished;
  }
}
