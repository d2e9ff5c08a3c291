import { join, resolve } from "node:path";
import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import { migrate } from "../platform/postgres/migrate.ts";
import type { Command } from "./command.ts";
import { withDatabase } from "./with-database.ts";

export const restore: Command = {
  name: "restore",
  usage: "<file> [--json]",
  summary: {
    zh: "把备份恢复到一个空的数据库（DATA_DIR 或 DATABASE_URL）",
    en: "restore a backup into an empty database (DATA_DIR or DATABASE_URL)",
  },
  words: { least: 1, most: 1 },
  async run({ config, clock, words }) {
    const file = resolve(words[0]!);
    const report = await withDatabase(config, clock, async ({ db, url, inUse }) => {
      if (inUse) throw serverRuns();
      const restored = await restoreBackup({ url, file, attachments: join(config.dataDir, "attachments") });
      const { applied, failed } = await migrate(db, clock());
      return { ...restored, migrations: applied.length, failed };
    });
    return {
      result: report,
      failed: report.failed.length > 0,
      text: [
        `已恢复 ${report.madeAt} 的备份（版本 ${report.product}，${report.tables} 张表，${report.files} 个附件）`,
        `Restored the backup of ${report.madeAt} (version ${report.product}, ${report.tables} tables, ${report.files} attachments)`,
        ...report.failed.map(({ key, fault }) => `✖ ${key}: ${fault}`),
      ],
    };
  },
};

function serverRuns(): PlainFault {
  return new PlainFault(
    "服务正在运行，请先停止它，再恢复到一个空的 DATA_DIR。",
    "The server is running. Stop it first, then restore into an empty DATA_DIR.",
  );
}
