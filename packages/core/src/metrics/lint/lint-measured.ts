import { decimal } from "../../numbers/decimal.ts";
import { type AggregateTree, leavesOf, type ManualTree } from "../leaves.ts";
import type { KpiBody } from "../metric.ts";
import { isSameWho } from "../who.ts";
import { block, type Finding, pass, warn } from "./finding.ts";
import type { FillRate, KpiFacts, NamedPeople } from "./kpi-facts.ts";

/** A figure that rests on a field filled in less often than this says little. */
const FILL_WARN = "0.5";
const FILL_RECORDS_MIN = 20;

/** M: the KPI is bound to something that can be computed, or to a named person who enters it, and gave a figure last time. */
export function lintMeasured(body: KpiBody, facts: KpiFacts): Finding[] {
  const { metric, tree, people, lastPeriod, fillRates = [] } = facts;
  if (metric === undefined || tree === null) return [block("M", "kpi_no_metric", ["metric"], { metric: body.metric })];
  const leaves = leavesOf(tree);
  const byHand = leaves.filter((leaf): leaf is ManualTree => leaf.kind === "manual");
  const counted = leaves.filter((leaf): leaf is AggregateTree => leaf.kind === "aggregate");
  return [
    ...(counted.length > 0 && byHand.length === 0 ? dryRun(lastPeriod) : []),
    ...fillRates.flatMap(thinField),
    ...byHand.flatMap((leaf) => enteredBy(body, leaf, people)),
    ...(tree.kind === "aggregate" ? easyToPad(tree, body) : []),
  ];
}

function dryRun(last: KpiFacts["lastPeriod"]): Finding[] {
  if (!last) return [];
  if (last.value === null) return [block("M", "kpi_no_data", ["metric"], { period: last.key })];
  return decimal(last.value).isZero() ? [warn("M", "kpi_zero", ["metric"], { period: last.key })] : [];
}

function thinField({ label, records, filled, object }: FillRate): Finding[] {
  if (records < FILL_RECORDS_MIN || decimal(filled).div(records).gte(FILL_WARN)) return [];
  const percent = decimal(filled).times(100).div(records).toDecimalPlaces(0).toFixed();
  return [warn("M", "kpi_field_thin", ["metric"], { field: label, percent, records }, `/build/objects/${object}`)];
}

/** K-13: somebody is there to enter and somebody else to confirm, and nobody reports on himself. */
function enteredBy({ owner }: KpiBody, { key, measure, body: metric }: ManualTree, people?: NamedPeople): Finding[] {
  const page = `/kpi/lib/${key}`;
  const params = { metric: metric.label };
  const found: Finding[] = [];
  if (people && people.inputter.length === 0) found.push(block("M", "manual_nobody_enters", ["metric"], params, page));
  if (people && people.confirmer.length === 0)
    found.push(block("M", "manual_nobody_confirms", ["metric"], params, page));
  const [only] = people?.confirmer ?? [];
  if (people?.confirmer.length === 1 && people.inputter.length === 1 && people.inputter[0] === only)
    found.push(block("M", "manual_one_person", ["metric"], params, page));
  const reportsOnSelf = owner !== undefined && isSameWho(owner, measure.inputter);
  if (reportsOnSelf) found.push(warn("M", "kpi_self_reported", ["owner"], params, page));
  return found.length > 0 ? found : [pass("M", "manual_named", params)];
}

/** A bare count of what people make themselves is raised by making more of it; a filter on quality holds it down. */
function easyToPad({ key, measure }: AggregateTree, { type }: KpiBody): Finding[] {
  const bare = measure.aggregate === "count" && measure.filter === undefined;
  return bare && type !== "result" ? [warn("M", "kpi_count_unfiltered", ["metric"], {}, `/kpi/lib/${key}`)] : [];
}
