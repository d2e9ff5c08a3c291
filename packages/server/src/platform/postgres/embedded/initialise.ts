import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "../../plain-fault.ts";
import type { Binaries } from "./binaries.ts";
import type { Identity } from "./identity.ts";

/**
 * Makes the cluster in `directory/data` unless it is there, and gives its password. A cluster is made
 * under another name and renamed, so a start that was cut short leaves nothing half-made.
 */
export async function initialise(
  directory: string,
  binaries: Binaries,
  identity: Identity | undefined,
): Promise<string> {
  const passwordFile = join(directory, "password");
  const data = join(directory, "data");
  if (existsSync(join(data, "PG_VERSION"))) return readPassword(passwordFile);
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  if (identity) chownSync(directory, identity.uid, identity.gid);
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity) chownSync(passwordFile, identity.uid, identity.gid);
  const unfinished = join(directory, "data.new");
  rmSync(unfinished, { recursive: true, force: true });
  await initdb(binaries, identity, directory, unfinished, passwordFile);
  renameSync(unfinished, data);
  return password;
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  throw new PlainFault(
    `数据目录里缺少数据库密码文件 ${file}。请从备份中恢复该文件。`,
    `The database password file ${file} is missing from the data directory. Put it back from a copy.`,
  );
}

/** No host locale anywhere: the same text sorts the same on every machine. */
async function initdb(
  binaries: Binaries,
  identity: Identity | undefined,
  directory: string,
  data: string,
  passwordFile: string,
): Promise<void> {
  const flags = [
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
  ];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const child = spawn(binaries.initdb, ["-D", data, ...flags, ...access, "--no-instructions"], {
    ...identity,
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return;
  throw new PlainFault(
    `无法在 ${directory} 创建数据库：\n${said.trim()}`,
    `The database could not be made in ${directory}; what initdb said is shown above.`,
  );
}
