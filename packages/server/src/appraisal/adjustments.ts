import { scorePart } from "@dabiao/core/appraisal/part-score.ts";
import type { Adjustment } from "@dabiao/core/appraisal/sheet.ts";
import { sheetResult } from "@dabiao/core/appraisal/sheet-result.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import { insertAdjustments, type NewAdjustment } from "./adjustment-store.ts";
import { type Bundle, readBundles } from "./bundle-store.ts";
import { type OpenCycle, readCards, readCycle } from "./cycle-store.ts";
import type { PartFacts } from "./facts.ts";
import { readFrozen } from "./freeze.ts";
import { namesOf } from "./people-store.ts";
import { figuresOf, type Room } from "./room.ts";
import { type Cards, decisionOf, scoredParts } from "./scored-parts.ts";
import { readAdjustments } from "./sheet-extras-store.ts";
import { labelOf } from "./sheet-lines.ts";

/** Adjustments answered at once. */
const ANSWERED_MAX = 5_000;
const SCORE_PLACES = 12;

/**
 * Computes the frozen figures again and posts what differs from them and from what was posted before: running it twice
 * posts nothing twice, and what was frozen stays to the letter.
 *
 * @throws Refusal `sheet_state` for a cycle that is not frozen
 * @source SPEC.md C-27, A-09; domain.md §10.12
 */
export async function postAdjustments(room: Room, cycleId: string, preview: boolean) {
  const { ws, access } = room;
  access.demand("appraisal.manage");
  const cycle = await readCycle(ws, cycleId);
  if (cycle.frozenAt === null) throw new Refusal("sheet_state", { state: cycle.state });
  const cards = await readCards(ws, cycleId);
  const found = await findDifferences(room, cycle, cards);
  const labels = new Map(
    [...cards.values()].flatMap(({ body }) => body.items.map((item) => [item.key, labelOf(room.world, item)])),
  );
  const bundleNames = await namesOf(
    ws,
    found.map(({ memberId }) => memberId),
  );
  const ids = preview
    ? found.map(({ sheetId }) => sheetId)
    : await ws.transaction(async (trx) => {
        await readCycle(trx, cycleId, true);
        return await insertAdjustments(trx, found);
      });
  const posted = found.slice(0, ANSWERED_MAX).map((each, index): Adjustment & { sheetId: string; name: string } => ({
    id: ids[index] ?? each.sheetId,
    at: room.now.toISOString(),
    kind: each.kind,
    item: each.item,
    label: each.item === null ? null : (labels.get(each.item) ?? null),
    field: each.field,
    before: each.before,
    after: each.after,
    difference:
      each.field === "grade" || each.before === null || each.after === null
        ? null
        : decimal(each.after).minus(each.before).toFixed(),
    reason: each.reason,
    by: null,
    sheetId: each.sheetId,
    name: bundleNames.get(each.memberId) ?? "",
  }));
  return { posted, more: found.length > ANSWERED_MAX };
}

interface Difference extends NewAdjustment {
  readonly memberId: string;
}

async function findDifferences(room: Room, cycle: OpenCycle, cards: Cards): Promise<Difference[]> {
  const { ws } = room;
  const bundles = await readBundles(
    ws,
    sql`s.cycle_id = ${cycle.id}::uuid and s.state <> 'withdrawn'`,
    sql`order by s.id`,
  );
  const parts = bundles.flatMap((bundle) => bundle.parts.filter(({ id }) => bundle.lines.has(id)));
  const fresh = await readFrozen(figuresOf(room), room.readTargets, cycle, parts, cards);
  const posted = await readAdjustments(
    ws,
    bundles.map(({ sheet }) => sheet.id),
    new Map(),
  );
  const standing = new Map(
    posted
      .filter(({ kind }) => kind === "recomputation")
      .map(({ sheetId, partId, item, field, after }) => [nameOf(sheetId, partId, item, field), after]),
  );
  const by = room.access.memberId;
  return bundles.flatMap((bundle) =>
    compared(bundle, cards, fresh).flatMap((found): Difference[] => {
      const { sheet } = bundle;
      const name = nameOf(sheet.id, found.partId, found.item, found.field);
      const before = standing.has(name) ? (standing.get(name) ?? null) : found.before;
      if (same(before, found.after)) return [];
      const made = {
        sheetId: sheet.id,
        memberId: sheet.memberId,
        kind: "recomputation",
        reason: "recomputed",
        by,
      } as const;
      return [{ ...made, ...found, before }];
    }),
  );
}

type Compared = Pick<NewAdjustment, "partId" | "item" | "field" | "before" | "after">;

/** Frozen against fresh, line by line, and what it would make of the total. */
function compared(bundle: Bundle, cards: Cards, fresh: ReadonlyMap<string, PartFacts>): Compared[] {
  const [was, is] = [scoredParts(bundle, cards, bundle.lines), scoredParts(bundle, cards, fresh)];
  const lines = was.flatMap(({ part, card, input }, index): Compared[] => {
    const bare = { ratings: [], corrections: [], awards: [] };
    const old = scorePart(card, { ...input, ...bare });
    const renewed = scorePart(card, { ...(is[index]?.input ?? input), ...bare });
    return input.lines.flatMap(({ item, whole }): Compared[] => {
      const now = fresh.get(part.id)?.lines.find((line) => line.item === item)?.whole;
      const at = { partId: part.id, item };
      return [
        { ...at, field: "actual", before: whole.actual, after: now?.actual ?? null },
        { ...at, field: "target", before: whole.target, after: now?.target ?? null },
        { ...at, field: "score", before: places(old.items[item]?.points), after: places(renewed.items[item]?.points) },
      ];
    });
  });
  const decision = decisionOf(bundle);
  const [before, after] = [sheetResult(was, decision), sheetResult(is, decision)];
  return [
    ...lines,
    { partId: null, item: null, field: "total", before: before.total, after: after.total },
    { partId: null, item: null, field: "grade", before: before.grade, after: after.grade },
  ];
}

function places(points: string | null | undefined): string | null {
  return points == null ? null : decimal(points).toDecimalPlaces(SCORE_PLACES).toFixed();
}

function nameOf(sheetId: string, partId: string | null, item: string | null, field: string): string {
  return [sheetId, partId ?? "", item ?? "", field].join("/");
}

function same(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return /^-?\d/.test(a) && /^-?\d/.test(b) ? decimal(a).eq(b) : a === b;
}
