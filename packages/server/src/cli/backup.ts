import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { backupName, writeBackup } from "../platform/backup/write-backup.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import type { Command } from "./command.ts";
import { withDatabase } from "./with-database.ts";

export const backup: Command = {
  name: "backup",
  usage: "[<file>] [--json]",
  summary: {
    zh: "备份全部数据和附件，服务运行中也可以",
    en: "back up all data and attachments, also while the server runs",
  },
  words: { least: 0, most: 1 },
  async run({ config, clock, words: [named] }) {
    const now = clock();
    const file = named ? resolve(named) : join(config.dataDir, "backups", backupName(now));
    if (existsSync(file))
      throw new PlainFault(`文件 ${file} 已存在，换一个名字。`, `The file ${file} exists; name another.`);
    const report = await withDatabase(config, clock, ({ url }) =>
      writeBackup({ url, file, attachments: join(config.dataDir, "attachments"), now }),
    );
    const size = `${(report.bytes / 1024 / 1024).toFixed(1)} MiB`;
    return {
      result: report,
      text: [
        `已备份到 ${file}（${report.tables} 张表，${report.files} 个附件，${size}）`,
        `Backed up to ${file} (${report.tables} tables, ${report.files} attachments, ${size})`,
      ],
    };
  },
};
