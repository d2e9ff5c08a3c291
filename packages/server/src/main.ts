import { readConfig } from "./platform/config/config.ts";
import { PlainFault } from "./platform/plain-fault.ts";
import { type RunningServer, startServer } from "./start-server.ts";

/** A terminal's Ctrl-C reaches us once from the terminal and once from npm; only a later one means "at once". */
const SECOND_SIGNAL_MS = 700;

let server: RunningServer | undefined;
let stopping: number | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
// The launcher's channel closes when the launcher is gone, even by kill -9.
process.on("disconnect", () => void stop());
process.on("exit", () => server?.abandon());

try {
  server = await startServer(readConfig(process.env));
  process.stdout.write(`达标 ready ${server.address}\n`);
  if (stopping !== undefined) await end();
} catch (error) {
  console.error(error instanceof PlainFault ? error.message : error);
  process.exit(error instanceof PlainFault ? error.exitCode : 1);
}

async function stop(): Promise<void> {
  const now = Date.now();
  if (stopping === undefined) {
    stopping = now;
    await end();
  } else if (now - stopping > SECOND_SIGNAL_MS) process.exit(130);
}

/** Before the server stands there is nothing to end yet; the start looks at `stopping` itself. */
async function end(): Promise<void> {
  if (!server) return;
  await server.stop();
  process.exit(0);
}
