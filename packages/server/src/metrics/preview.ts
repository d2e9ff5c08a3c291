import type { MetricPreview, MetricPreviewRequest } from "@dabiao/core/metrics/contract.ts";
import { MetricDrillQuery } from "@dabiao/core/metrics/explain.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { findMetric, metricContext } from "./context.ts";
import { drillIn } from "./explain.ts";
import { answerMetrics } from "./query.ts";

/** Records shown per person and aggregate. */
const RECORDS_SHOWN = 20;

/**
 * A draft metric on live data, for named people, before anybody else sees it.
 *
 * @throws Refusal `metric_draft` with every issue when the draft could not be published as it is
 */
export async function previewMetric(
  ws: Workspace,
  access: Access,
  draft: MetricPreviewRequest,
  now = new Date(),
): Promise<MetricPreview> {
  access.demand("metrics.manage");
  const drafted = worldWith(await world(ws), [{ kind: metricKind.kind, key: draft.key, body: draft.body }]);
  const issues = metricKind.check(draft.body, drafted, draft.key);
  if (issues.length > 0) throw new Refusal("metric_draft", {}, ["body"], issues);
  const context = metricContext(ws, drafted, access, now);
  const { period, members, key } = draft;
  const answer = await answerMetrics(
    context,
    MetricQuery.parse({ metrics: [key], by: [{ kind: "member" }], period, scope: { members } }),
  );
  const leaves = leavesOf(metricTree(key, findMetric(drafted)));
  const people = [];
  for (const memberId of members) {
    const records = [];
    for (const leaf of leaves) {
      const query = MetricDrillQuery.parse({ metric: leaf.key, period, member: memberId, limit: RECORDS_SHOWN });
      records.push({ metric: leaf.key, drill: await drillIn(context, query) });
    }
    people.push({ memberId, value: answer.rows.find((row) => row.key[0] === memberId)?.values[0] ?? null, records });
  }
  return { people, total: answer.total[0] ?? null };
}
