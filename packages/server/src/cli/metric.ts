import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { keyNames } from "../metrics/key-names-store.ts";
import { queryMetrics } from "../metrics/query.ts";
import { accessOf } from "../people/access.ts";
import { parsePart } from "../platform/http/parse-request.ts";
import { newId } from "../platform/id.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";
import { workspaceOf } from "./workspace-of.ts";

const GRAINS = new Set(["day", "week", "month", "quarter", "half", "year"]);

export const metric: Command = {
  name: "metric",
  usage:
    "<key>[,<key>] --period <2017-Q1> [--by member|unit|month|…|<field>[.<field>]] [--unit <id>] [--workspace <key>] [--json]",
  summary: { zh: "查询指标，与看板同一口径", en: "ask for metrics: the same figures as on the board" },
  flags: {
    by: { type: "string" },
    period: { type: "string" },
    unit: { type: "string" },
    workspace: { type: "string" },
  },
  required: ["period"],
  words: { least: 1, most: 1 },
  async run({ config, clock, flags, words: [keys = ""] }) {
    const query = parsePart(MetricQuery, "body", {
      metrics: keys.split(","),
      by: typeof flags["by"] === "string" ? flags["by"].split(",").map(dimension) : [],
      period: flags["period"],
      scope: flags["unit"] ? { unit: flags["unit"] } : {},
    });
    return await withCompanyData(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const access = accessOf(systemActor(workspace.id, "command", newId()));
      const answer = await queryMetrics(workspace, access, query, clock());
      const names = await keyNames(
        workspace,
        answer.rows.flatMap(({ key }) => key.filter((part) => part !== null)),
      );
      const line = (label: string, values: readonly (string | null)[]) =>
        [label, ...values.map((value) => value ?? "–")].join("\t");
      const rows = answer.rows.map(({ key, values }) =>
        line(key.map((part) => names.get(part ?? "") ?? part ?? "–").join("\t"), values),
      );
      return { result: answer, text: [...rows, line("=", answer.total)] };
    });
  },
};

/** `member`, `unit`, a period's grain, or a field path joined by dots. */
function dimension(word: string): object {
  if (word === "member" || word === "unit") return { kind: word };
  return GRAINS.has(word) ? { kind: "period", grain: word } : { kind: "field", path: word.split(".") };
}
