import type { Config } from "../platform/config/config.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import { pendingMigrations } from "../platform/postgres/migrate.ts";
import { type OpenedDatabase, withDatabase } from "./with-database.ts";

/** `withDatabase` for work inside a company: the data must be there, and be of this release. */
export async function withCompanyData<Result>(
  config: Config,
  clock: () => Date,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  return await withDatabase(config, clock, async (opened) => {
    if ((await pendingMigrations(opened.db)).length > 0) {
      throw new PlainFault(
        "数据还没有建好，或属于更早的版本。新安装请先执行 setup，否则请先执行 upgrade。",
        "There is no data yet, or it is of an earlier release. Run setup on a new installation, otherwise upgrade.",
      );
    }
    return await work(opened);
  });
}
