import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe finds serious or critical on the page as it stands, each with the places. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's security policy stays in force.
  await page.evaluate(SOURCE);
  const findings = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as Finding[];
  return findings
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => {
      const places = nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`);
      return `${id} (${nodes.length})\n${places.join("\n")}`;
    });
}
