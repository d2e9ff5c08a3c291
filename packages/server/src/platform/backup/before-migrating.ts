import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "../postgres/db.ts";
import { pendingMigrations } from "../postgres/migrate.ts";
import { backupName, writeBackup } from "./write-backup.ts";

const KEPT = 5;
const PREFIX = "before-upgrade-";

/** An upgrade begins with a backup. A fresh database has nothing to keep. */
export async function backUpBeforeMigrating(db: Db, url: string, dataDir: string, now: Date): Promise<void> {
  const { rows } = await db.pool.query<{ found: boolean }>(
    "select to_regclass('public.workspace') is not null as found",
  );
  if (!rows[0]?.found || (await pendingMigrations(db)).length === 0) return;
  const folder = join(dataDir, "backups");
  await writeBackup({
    url,
    file: join(folder, `${PREFIX}${backupName(now)}`),
    attachments: join(dataDir, "attachments"),
    now,
  });
  const ours = readdirSync(folder)
    .filter((name) => name.startsWith(PREFIX) && name.endsWith(".backup"))
    .sort();
  for (const name of ours.slice(0, -KEPT)) rmSync(join(folder, name));
}
