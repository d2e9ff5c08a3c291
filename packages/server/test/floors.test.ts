import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../../", import.meta.url));

/** The server's floors, lowest first. A room imports from floors below it and from itself, from nowhere else. */
const FLOORS: readonly (readonly string[])[] = [
  ["platform"],
  ["model", "people"],
  ["records"],
  ["metrics"],
  ["goals", "appraisal", "process", "incentives", "insight", "growth"],
  ["imports", "solution"],
];

/** What each package may import of ours. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  sales: ["core", "sales"],
  server: ["core", "sales", "server"],
  web: ["core", "web"],
};

test("a room of the server imports only rooms on floors below it", () => {
  const faults = importsOf("server").flatMap(({ file, target }) => {
    if (!target.startsWith("server/")) return [];
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === null || from === to) return [];
    if (to === null) return [`${file} imports the composition: ${target}`];
    return floorOf(to) < floorOf(from) ? [] : [`${file} imports ${target}, which is not on a floor below`];
  });
  assert.deepEqual(faults, []);
});

test("every room of the server stands on a floor", () => {
  const rooms = new Set(filesOf("server").map((file) => roomOf(file)));
  const homeless = [...rooms].filter((room) => room !== null && floorOf(room) === -1);
  assert.deepEqual(homeless, []);
});

test("core imports nothing of ours, and web does not import the server", () => {
  const faults = Object.keys(MAY_IMPORT).flatMap((name) =>
    importsOf(name).flatMap(({ file, target }) => {
      const to = target.split("/")[0]!;
      return MAY_IMPORT[name]!.includes(to) ? [] : [`${file} imports ${target}`];
    }),
  );
  assert.deepEqual(faults, []);
});

interface Import {
  /** `server/src/goals/store.ts` */
  readonly file: string;
  readonly target: string;
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|declare module\s*)["'](\.{1,2}\/[^"']+|@dabiao\/[^"']+)["']/g;

/** Imports of our own files; packages from npm are knip's and biome's to check. */
function importsOf(name: string): Import[] {
  return filesOf(name).flatMap((file) => {
    const text = readFileSync(join(PACKAGES, file), "utf8");
    return [...text.matchAll(IMPORT)].map(([, specifier]) => ({ file, target: targetOf(file, specifier!) }));
  });
}

function targetOf(file: string, specifier: string): string {
  const [, name, path] = /^@dabiao\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (name) return `${name}/src/${path}`;
  return relative(PACKAGES, resolve(PACKAGES, dirname(file), specifier)).replaceAll("\\", "/");
}

function filesOf(name: string): string[] {
  const entries = readdirSync(join(PACKAGES, name, "src"), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(PACKAGES, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** Folders of the composition, which stands above all rooms. */
const ABOVE = new Set(["cli", "composition"]);

/** The room a server file is in; null for the composition above all rooms. */
function roomOf(file: string): string | null {
  const [, , room, rest] = file.split("/");
  return rest === undefined || ABOVE.has(room!) ? null : room!;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((floor) => floor.includes(room));
}
