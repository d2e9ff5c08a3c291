import { spawnSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

export interface Chromium {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const CACHE = fileURLToPath(new URL("../../../../node_modules/.cache/", import.meta.url));

/**
 * The browser that npm brought along, unpacked once per version; on a machine it does not fit (it is for Linux
 * on x64) DABIAO_BROWSER names another Chromium. Its own libraries serve only where the machine lacks them.
 */
export async function findChromium(): Promise<Chromium> {
  const own = process.env["DABIAO_BROWSER"];
  if (own) return { program: own, env: {} };
  const folder = await unpacked();
  const program = join(folder, "chromium");
  const fonts = hasFonts() ? {} : { FONTCONFIG_PATH: folder };
  if (runs(program, {})) return { program, env: fonts };
  const env = { ...fonts, LD_LIBRARY_PATH: join(folder, "lib") };
  if (runs(program, env)) return { program, env };
  throw new Error(`${program} does not run on this machine; name a Chromium with DABIAO_BROWSER`);
}

/** Unpacked beside and renamed, because several test files may come here at once. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "..", "bin");
  const manifest = JSON.parse(readFileSync(join(bin, "..", "package.json"), "utf8")) as { version: string };
  const folder = join(CACHE, `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(join(CACHE, "chromium-"));
  await unpack(join(bin, "chromium.br"), join(unfinished, "chromium"));
  for (const archive of ["al2023", "fonts", "swiftshader"]) {
    const tar = join(unfinished, `${archive}.tar`);
    await unpack(join(bin, `${archive}.tar.br`), tar);
    const { status, stderr } = spawnSync("tar", ["-xf", tar, "-C", unfinished], { encoding: "utf8" });
    if (status !== 0) throw new Error(`tar could not unpack the browser: ${stderr}`);
    rmSync(tar);
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function unpack(packed: string, to: string): Promise<void> {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

function runs(program: string, env: Record<string, string>): boolean {
  return spawnSync(program, ["--version"], { env: { ...process.env, ...env } }).status === 0;
}

function hasFonts(): boolean {
  return existsSync("/etc/fonts/fonts.conf");
}
