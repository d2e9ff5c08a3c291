import { existsSync, statfsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PlainFault } from "../platform/plain-fault.ts";
import { diagnose } from "../platform/postgres/diagnose.ts";
import { VERSION } from "../platform/version.ts";
import type { Command, Given, Said } from "./command.ts";
import { withDatabase } from "./with-database.ts";

interface Finding extends Said {
  readonly name: string;
  readonly state: "ok" | "warn" | "fail";
}

const MARKS = { ok: "✔", warn: "!", fail: "✖" } as const;
const GIBIBYTE = 1024 ** 3;
const PAGES = fileURLToPath(new URL("../../../web/dist/page/index.html", import.meta.url));

export const doctor: Command = {
  name: "doctor",
  usage: "[--json]",
  summary: { zh: "检查安装、数据目录和数据库", en: "check the installation, the data directory and the database" },
  words: { least: 0, most: 0 },
  async run(given) {
    const findings = [program(), pages(), disk(given), ...(await database(given))];
    return {
      result: { findings },
      failed: findings.some(({ state }) => state === "fail"),
      text: findings.map(({ state, name, zh, en }) => `${MARKS[state]} ${name}: ${zh} / ${en}`),
    };
  },
};

function program(): Finding {
  const said = `Dabiao ${VERSION}, Node ${process.versions.node}`;
  return { name: "program", state: "ok", zh: said, en: said };
}

function pages(): Finding {
  if (existsSync(PAGES)) return { name: "pages", state: "ok", zh: "已构建", en: "built" };
  return { name: "pages", state: "warn", zh: "未构建，npm start 时会自动构建", en: "not built; npm start builds them" };
}

function disk({ config }: Given): Finding {
  if (!existsSync(config.dataDir)) {
    return { name: "disk", state: "warn", zh: `${config.dataDir} 还不存在`, en: `${config.dataDir} is not there yet` };
  }
  const { bavail, bsize } = statfsSync(config.dataDir);
  const free = (bavail * bsize) / GIBIBYTE;
  const state = free < 0.2 ? "fail" : free < 2 ? "warn" : "ok";
  return { name: "disk", state, zh: `剩余 ${free.toFixed(1)} GiB`, en: `${free.toFixed(1)} GiB free` };
}

async function database({ config, clock }: Given): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(config.dataDir)) return [];
  const found = await withDatabase(config, clock, ({ db }) => diagnose(db)).catch((error: unknown) => {
    if (error instanceof PlainFault) return error;
    throw error;
  });
  if (found instanceof PlainFault) {
    const [zh = "", en = ""] = found.message.split("\n");
    return [{ name: "database", state: "fail", zh, en }];
  }
  const { version, pending, maintenance, failedJobs, invalidIndexes } = found;
  return [
    { name: "database", state: "ok", zh: `PostgreSQL ${version}`, en: `PostgreSQL ${version}` },
    count("migrations", "warn", pending, "个迁移待执行，启动时会执行", "migrations wait for the next start"),
    count(
      "workspaces",
      "fail",
      maintenance.length,
      `个工作区维护中：${maintenance.join("；")}`,
      `workspaces in maintenance: ${maintenance.join("; ")}`,
    ),
    count("jobs", "warn", failedJobs, "个任务已放弃", "jobs have been given up"),
    count(
      "indexes",
      "fail",
      invalidIndexes.length,
      `个索引无效：${invalidIndexes.join(", ")}`,
      `invalid indexes: ${invalidIndexes.join(", ")}`,
    ),
  ];
}

function count(name: string, state: "warn" | "fail", number: number, zh: string, en: string): Finding {
  if (number === 0) return { name, state: "ok", zh: "正常", en: "fine" };
  return { name, state, zh: `${number} ${zh}`, en: `${number} ${en}` };
}
