import { Readable } from "node:stream";
import type { DiffLine, PlanDiffQuery, PlanVersion } from "@dabiao/core/goals/goal-draft.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Difference, postingAt, readDiff } from "./diff-store.ts";
import { seesAll } from "./goal-rights.ts";
import { openKpi, periodIn } from "./kpi.ts";
import { planLocks, setPlanLock } from "./lock-store.ts";
import { planPeriods } from "./plan-places-store.ts";

interface Asked {
  readonly kpi: string;
  readonly period: string;
}

interface Lock {
  readonly at: string;
  readonly memberId: string | null;
  readonly reason: string;
}

/** The published versions of a plan, the newest first, and whether it is locked. */
export async function planVersions(
  { ws, world }: MetricContext,
  { page, ...asked }: Asked & { page: { cursor?: string | undefined; limit: number } },
): Promise<Page<PlanVersion> & { lock: Lock | null }> {
  const kpi = openKpi(world, asked.kpi);
  const { key } = periodIn(kpi, asked.period);
  const past = page.cursor === undefined ? raw("") : sql` and plan_version < ${readCursor(page.cursor, 1)[0]}::int`;
  const rows = await ws.rows<Omit<PlanVersion, "at"> & { at: Date }>(sql`
    select plan_version as version, id as "postingId", at, by_member as "memberId", reason as note, jsonb_array_length(inputs -> 'edits') as edits
    from ${ident(ws.schema, "target_posting")} where kpi = ${kpi.key} and plan_period = ${key}${past}
    order by plan_version desc limit ${raw(String(page.limit + 1))}`);
  const lock = (await planLocks(ws, kpi.key)).find(({ period }) => period === key);
  return {
    ...pageOf(
      rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      page.limit,
      ({ version }) => [version],
    ),
    lock: lock ? { at: lock.locked_at.toISOString(), memberId: lock.locked_by, reason: lock.reason } : null,
  };
}

async function differenceOf({ ws, world, access }: MetricContext, query: PlanDiffQuery): Promise<Difference> {
  const kpi = openKpi(world, query.kpi);
  const { key } = periodIn(kpi, query.period);
  return {
    kpi: kpi.key,
    periods: await planPeriods(ws, kpi, key),
    from: await postingAt(ws, kpi.key, key, query.from),
    to: await postingAt(ws, kpi.key, key, query.to),
    visible: seesAll(access)
      ? null
      : [...access.units("subtree"), ...access.members("subtree"), ...access.members("own")],
  };
}

/** What differs between two versions or moments of a plan. @throws Refusal `not_found` for a version there is not */
export async function planDiff(
  context: MetricContext,
  { page, ...query }: PlanDiffQuery & { page: { cursor?: string | undefined; limit: number } },
): Promise<Page<DiffLine>> {
  return await readDiff(context.ws, await differenceOf(context, query), page);
}

/** So that spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const HEADERS = {
  "zh-CN": ["对象", "周期", "细分", "原目标", "新目标", "谁改的", "原因", "从哪天起", "时间"],
  en: ["Subject", "Period", "Slice", "Old target", "New target", "Changed by", "Reason", "From day", "Time"],
} as const;

/** The same as a CSV file, page by page. */
export async function planDiffFile(context: MetricContext, query: PlanDiffQuery): Promise<Readable> {
  context.access.demand("export");
  const difference = await differenceOf(context, query);
  const first = await readDiff(context.ws, difference, { limit: 1_000 });
  const { locale } = context.access.actor;
  return Readable.from(lines());

  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADERS[locale]);
    for (let page: Page<DiffLine> | null = first; page; ) {
      yield page.items.map((line) => csvLine(cellsOf(line))).join("");
      page = page.next === null ? null : await readDiff(context.ws, difference, { limit: 1_000, cursor: page.next });
    }
  }
}

function cellsOf(line: DiffLine): string[] {
  const { name, period, slice, before, after, memberName, reason, from, at } = line;
  return [name, period, slice ?? "", before ?? "", after ?? "", memberName, reason, from ?? "", at];
}

/**
 * Locks a whole plan or unlocks it. Who manages goals may lock; only who may change locked plans may unlock.
 *
 * @throws Refusal `forbidden`
 */
export async function lockPlan(
  trx: Trx,
  { world, access }: MetricContext,
  asked: Asked & { locked: boolean; reason: string },
): Promise<{ locked: boolean }> {
  if (!access.can("goals.unlock")) access.demand(asked.locked ? "goals.manage" : "goals.unlock");
  const kpi = openKpi(world, asked.kpi);
  const period = periodIn(kpi, asked.period);
  await setPlanLock(
    trx,
    { kpi: kpi.key, period: period.key, locked: asked.locked, reason: asked.reason },
    access.memberId,
  );
  return { locked: asked.locked };
}
