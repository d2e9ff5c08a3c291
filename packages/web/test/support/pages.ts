import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = readFileSync(fileURLToPath(new URL("../../src/shell/routes.tsx", import.meta.url)), "utf8");

/** The paths of all pages a signed-in member can open, as the router lists them, so that a page added later is looked at too. */
export function pagePaths(): string[] {
  return [...SOURCE.matchAll(/\bpage\(\s*"([^"]+)"/g)].map(([, path]) => path ?? "");
}

/**
 * A path with its parameters filled in.
 *
 * @throws Error for a page whose parameter is not given: whoever adds the page says here what to open
 */
export function addressOfPage(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\$(\w+)/g, (_, name: string) => {
    const value = params[`${path}:${name}`] ?? params[name];
    if (value === undefined) throw new Error(`nothing to open ${path} with: give ${path}:${name}`);
    return value;
  });
}
