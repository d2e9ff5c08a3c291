import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("./limit-server.ts", import.meta.url));

/** The hand-written server in a process of its own, on the product's tables. */
export async function startLimit(schema: string, databaseUrl: string): Promise<{ address: string; stop(): void }> {
  const child = fork(SERVER, [schema, databaseUrl], { execArgv: ["--conditions=dabiao-source"] });
  const [port] = (await once(child, "message")) as [number];
  return { address: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}
