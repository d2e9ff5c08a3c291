import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, type ClusterOptions, startCluster } from "./cluster.ts";

const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * The embedded PostgreSQL, started again on its port whenever it ends without being told to (killed, out of memory):
 * connections come back by themselves, and a server without its database would answer nothing but "busy" for ever.
 */
export async function keepCluster(options: ClusterOptions): Promise<Omit<Cluster, "pid" | "ended">> {
  let cluster = await startCluster(options);
  let leaving = false;
  let starting: Promise<void> = Promise.resolve();
  const watch = () => {
    void cluster.ended.then(() => {
      if (!leaving) starting = revive();
    });
  };

  /** What is left of the old one may still hold its memory for a moment, so the first try can fail. */
  async function revive(): Promise<void> {
    for (let pause = PAUSE_MS; !leaving; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { ref: false });
      try {
        if (!leaving) cluster = await startCluster({ ...options, port: cluster.port });
        return watch();
      } catch {
        // Its log says why; the next try follows.
      }
    }
  }

  watch();
  return {
    url: cluster.url,
    port: cluster.port,
    async stop() {
      leaving = true;
      await starting;
      await cluster.stop();
    },
    abandon() {
      leaving = true;
      cluster.abandon();
    },
  };
}
