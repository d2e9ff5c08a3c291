import { backUpBeforeMigrating } from "../platform/backup/before-migrating.ts";
import { migrate, pendingMigrations } from "../platform/postgres/migrate.ts";
import type { Command } from "./command.ts";
import { withDatabase } from "./with-database.ts";

export const upgrade: Command = {
  name: "upgrade",
  usage: "[--check] [--json]",
  summary: {
    zh: "把数据升级到本版本；--check 只列出将要执行的迁移",
    en: "bring the data to this release; --check only lists what would run",
  },
  flags: { check: { type: "boolean" } },
  words: { least: 0, most: 0 },
  async run({ config, clock, flags }) {
    return await withDatabase(config, clock, async ({ db, url }) => {
      if (flags["check"] === true) {
        const pending = await pendingMigrations(db);
        const none = ["数据已是本版本，没有要执行的迁移", "The data is at this release; nothing would run"];
        return {
          result: { pending },
          text: pending.length === 0 ? none : pending.map(({ schema, name }) => `${schema}  ${name}`),
        };
      }
      await backUpBeforeMigrating(db, url, config.dataDir, clock());
      const { applied, failed } = await migrate(db, clock());
      return {
        result: { applied, failed },
        failed: failed.length > 0,
        text: [
          `已执行 ${applied.length} 个迁移，${failed.length} 个工作区失败`,
          `Ran ${applied.length} migrations, ${failed.length} workspaces failed`,
          ...failed.map(({ key, fault }) => `✖ ${key}: ${fault}`),
        ],
      };
    });
  },
};
