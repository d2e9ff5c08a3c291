import { scorePart } from "@dabiao/core/appraisal/part-score.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { OpenCycle } from "./cycle-store.ts";
import { type PartFacts, readFacts } from "./facts.ts";
import type { FactPart } from "./facts-plan.ts";
import { saveResults } from "./result-store.ts";
import { type Cards, cardOf } from "./scored-parts.ts";
import type { PartRow } from "./sheet-store.ts";
import { enterState, stageOf } from "./stages.ts";
import type { TargetReader } from "./target-reader.ts";

/** Parts as the figures are read for them. */
export function factParts(parts: readonly PartRow[], cards: Cards, span: { from: string; to: string }): FactPart[] {
  const bySheet = Map.groupBy(parts, ({ sheetId }) => sheetId);
  return parts.map((part) => ({
    id: part.id,
    memberId: part.memberId,
    unitId: part.unitId,
    card: cardOf(cards, part),
    span: { start: span.from, end: span.to },
    days: { start: part.from, end: part.to },
    served: distinctDays(bySheet.get(part.sheetId) ?? []),
  }));
}

/** Two roles at once serve the same days once. */
function distinctDays(parts: readonly PartRow[]) {
  return [...new Map(parts.map(({ from, to }) => [`${from}/${to}`, { start: from, end: to }])).values()];
}

/** What freezing writes: figures, read before anything is locked. */
export async function readFrozen(
  context: MetricContext,
  readTargets: TargetReader,
  cycle: OpenCycle,
  parts: readonly PartRow[],
  cards: Cards,
): Promise<Map<string, PartFacts>> {
  return await readFacts(context, readTargets, factParts(parts, cards, cycle), { today: null, evidence: true });
}

/**
 * Freezes figures, targets, weights and the scores they make: copies that nothing moves any more (C-27). Everything is
 * inserted by a few statements, however many people there are.
 */
export async function writeFrozen(
  trx: Trx,
  world: World,
  cycle: OpenCycle,
  parts: readonly PartRow[],
  cards: Cards,
  facts: ReadonlyMap<string, PartFacts>,
): Promise<void> {
  const lines = parts.flatMap((part) => linesOf(part, cards, facts.get(part.id)));
  const of = <Value>(read: (each: (typeof lines)[number]) => Value) => lines.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_line")}
      (part_id, item, target, actual, evidence, inputs, weight, state, given, trace, frozen_at)
    select g.part, g.item, g.target, g.actual, g.evidence, g.inputs::jsonb, g.weight, g.state, g.given, g.trace::jsonb, ${trx.now}::timestamptz
    from unnest(${of(({ partId }) => partId)}::uuid[], ${of(({ item }) => item)}::text[], ${of(({ target }) => target)}::numeric[],
      ${of(({ actual }) => actual)}::numeric[], ${of(({ evidence }) => evidence)}::integer[], ${of(({ inputs }) => inputs)}::text[],
      ${of(({ weight }) => weight)}::numeric[], ${of(({ state }) => state)}::text[], ${of(({ given }) => given)}::numeric[],
      ${of(({ trace }) => trace)}::text[]) as g (part, item, target, actual, evidence, inputs, weight, state, given, trace)`);
  const gates = parts.map((part) => JSON.stringify(facts.get(part.id)?.gates ?? {}));
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_part")} p set gates = g.gates::jsonb
    from unnest(${parts.map(({ id }) => id)}::uuid[], ${gates}::text[]) as g (id, gates) where p.id = g.id`);
  await trx.rows(
    sql`update ${ident(trx.schema, "appraisal_cycle")} set frozen_at = ${trx.now}::timestamptz where id = ${cycle.id}::uuid`,
  );
  const sheets = [...new Set(parts.map(({ sheetId }) => sheetId))];
  await saveResults(trx, sheets, cards, { source: "review", by: null, reason: "frozen" });
  await enterState(trx, world, cycle, sheets, firstState(cycle));
}

function firstState({ body }: OpenCycle): "self" | "rating" | "calibrating" {
  if (stageOf(body, "self")) return "self";
  return stageOf(body, "rating") ? "rating" : "calibrating";
}

function linesOf(part: PartRow, cards: Cards, facts: PartFacts | undefined) {
  if (!facts) return [];
  const card = cardOf(cards, part);
  const score = scorePart(card, { ...facts, ratings: [], corrections: [], awards: [] });
  return facts.lines.map((line) => {
    const scored = score.items[line.item];
    return {
      partId: part.id,
      item: line.item,
      target: line.whole.target,
      actual: line.whole.actual,
      evidence: line.evidence,
      inputs: JSON.stringify(line),
      weight: card.items.find(({ key }) => key === line.item)?.weight ?? "0",
      state: scored?.state ?? "no_data",
      given: scored?.points ?? null,
      trace: JSON.stringify(scored?.trace ?? []),
    };
  });
}
