import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canEnter, unprivilegedIdentity } from "./identity.ts";

export interface Place {
  readonly directory: string;
  readonly reachable: string;
}

const SYSTEM_HOME = "/var/lib/dabiao";

/**
 * Where the embedded cluster of a data directory lives: inside it, unless we are root and the database's
 * own user cannot get there (a clone below /root). Then it lives below /var/lib/dabiao, and a note says so.
 */
export function clusterPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const identity = unprivilegedIdentity();
  if (canEnter(dataDir, identity)) return { directory: join(dataDir, "postgres"), reachable: SYSTEM_HOME };
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const directory = join(SYSTEM_HOME, name, "postgres");
  writeFileSync(join(dataDir, "postgres-location.txt"), `${directory}\n`);
  return { directory, reachable: SYSTEM_HOME };
}
