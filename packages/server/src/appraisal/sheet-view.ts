import { worthOfLines } from "@dabiao/core/appraisal/part-score.ts";
import type { Award, RatingGiven, Sheet, SheetCard, SheetPart } from "@dabiao/core/appraisal/sheet.ts";
import { sheetResult } from "@dabiao/core/appraisal/sheet-result.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { type Beside, readBeside } from "./beside.ts";
import { type Bundle, readBundles } from "./bundle-store.ts";
import { type OpenCycle, readCards, readCycle } from "./cycle-store.ts";
import { type PartFacts, readFacts } from "./facts.ts";
import { factParts } from "./freeze.ts";
import { goalHash } from "./goal-hash.ts";
import { needsInterview } from "./publish.ts";
import { figuresOf, type Room } from "./room.ts";
import { type Cards, decisionOf, type ScoredPart, scoredParts } from "./scored-parts.ts";
import { leastSteps, sheetLines } from "./sheet-lines.ts";
import { mayDo } from "./sheet-may.ts";
import { openSheets, type Sight, sightOf } from "./sheet-rights.ts";

/** States in which the person sees the result. */
const OPENED = new Set(["published", "confirming", "confirmed", "expired", "appealed", "archived"]);

/**
 * A sheet, whole, as the reader may see it. Before figures are frozen they are today's; an archived sheet is its snapshot,
 * to the letter, with the adjustments posted since.
 *
 * @throws Refusal `not_found`
 */
export async function readWholeSheet(room: Room, id: string): Promise<Sheet> {
  const { ws, access } = room;
  const [bundle] = await readBundles(ws, sql`s.id = ${id}::uuid and ${openSheets(ws, access)}`, sql``, true);
  if (!bundle) throw new Refusal("not_found", { what: "sheet" });
  const cycle = await readCycle(ws, bundle.sheet.cycleId);
  const [view] = await viewSheets(room, ws, cycle, await readCards(ws, cycle.id), [bundle]);
  if (!view) throw new Error("a sheet read is not shown");
  return view;
}

/** Sheets of one cycle as the reader may see them, in a fixed number of queries however many they are. */
export async function viewSheets(
  room: Room,
  on: Runner,
  cycle: OpenCycle,
  cards: Cards,
  bundles: readonly Bundle[],
): Promise<Sheet[]> {
  const beside = await readBeside(room, on, bundles, cards);
  const moving = bundles.filter((bundle) => !isFrozen(bundle)).flatMap(({ parts }) => parts);
  const facts =
    moving.length === 0
      ? new Map<string, PartFacts>()
      : await readFacts(figuresOf(room), room.readTargets, factParts(moving, cards, cycle), {
          today: null,
          evidence: true,
        });
  return bundles.map((bundle) => {
    const sight = sightOf(room.access, bundle.sheet, bundle.parts);
    const view = viewOf(room, cycle, cards, bundle, isFrozen(bundle) ? bundle.lines : facts, beside, sight);
    const more = view.appeals.at(-1)?.state === "needInfo";
    const may = mayDo(room, cycle, bundle, sight, { rating: beside.asked.has(bundle.sheet.id), more });
    return shown({ ...view, may }, sight);
  });
}

function isFrozen({ parts, lines }: Bundle): boolean {
  return parts.length > 0 && parts.every(({ id }) => lines.has(id));
}

function viewOf(
  { world, access }: Room,
  cycle: OpenCycle,
  cards: Cards,
  bundle: Bundle,
  facts: ReadonlyMap<string, PartFacts>,
  { names, units, adjustments, appeals, signatures }: Beside,
  sight: Sight,
): Sheet {
  const { sheet } = bundle;
  const posted = adjustments.get(sheet.id) ?? [];
  if (sheet.state === "archived" && sheet.snapshot !== null) {
    const kept = sheet.snapshot as Sheet;
    const ratings = sight.own ? kept.ratings.map(withoutAnonymousWords) : kept.ratings;
    return { ...kept, ratings, hash: sheet.hash, state: sheet.state, adjustments: [...posted] };
  }
  const scored = scoredParts(bundle, cards, facts);
  const parts = scored.map((each): SheetPart => {
    const { part, card, input, score } = each;
    return {
      id: part.id,
      card: part.card,
      cardLabel: card.label,
      cardVersion: cards.get(part.card)?.version ?? 1,
      unitId: part.unitId,
      unit: units.get(part.unitId ?? "") ?? "",
      managerId: part.leaders[0] ?? null,
      manager: names.get(part.leaders[0] ?? "") ?? "",
      from: part.from,
      to: part.to,
      share: part.share,
      weight: part.weight,
      grades: card.scoring.grades.map(({ key }) => key),
      vetoes: card.vetoes.map(({ key, label }) => ({ key, label: label ?? { zh: key } })),
      lines: sheetLines(world, each, facts.get(part.id), worthOfLines(card, input, leastSteps(world, card))),
      total: score.total,
      trace: [...score.trace],
    };
  });
  const frozen = isFrozen(bundle);
  const row = sheetCard(bundle, names, units, cards);
  const grades = scored[0]?.card.scoring.grades ?? [];
  return {
    ...row,
    missing: frozen ? row.missing : scored.reduce((all, { score }) => all + score.blockers.length, 0),
    cycle: cycle.label,
    period: cycle.period,
    from: cycle.from,
    to: cycle.to,
    frozenAt: frozen ? cycle.frozenAt : null,
    goalHash: goalHash(parts),
    parts,
    awards: awardsOf(bundle, cards, names),
    raw: bundle.results.at(-1)?.raw ?? sheetResult(scored, decisionOf(bundle)).raw,
    gradeLabel: grades.find(({ key }) => key === row.grade)?.label?.zh ?? null,
    ratings: ratingsOf(bundle, scored, names, sight, access.memberId),
    selfSummary: sheet.selfSummary,
    comment: sheet.comment,
    interviewNeeded: needsInterview(cycle, cards, sheet),
    interview: sheet.interview,
    appeals: [...(appeals.get(sheet.id) ?? [])],
    adjustments: [...posted],
    signatures: [...(signatures.get(sheet.id) ?? [])],
    hash: sheet.hash,
    dueOn: sheet.dueOn,
    may: [],
  };
}

export function sheetCard(
  { sheet, parts }: Bundle,
  names: ReadonlyMap<string, string>,
  units: ReadonlyMap<string, string>,
  cards: Cards,
): SheetCard {
  const last = parts.at(-1);
  const known = ["late", "overridden", "vetoed", "adjusted"] as const;
  return {
    id: sheet.id,
    cycleId: sheet.cycleId,
    memberId: sheet.memberId,
    name: names.get(sheet.memberId) ?? "",
    unit: units.get(last?.unitId ?? "") ?? "",
    card: cards.get(last?.card ?? "")?.body.label.zh ?? "",
    state: sheet.state,
    exempt: sheet.exempt,
    total: sheet.total,
    grade: sheet.grade,
    coefficient: sheet.coefficient,
    source: sheet.source,
    missing: sheet.missing,
    flags: [
      ...(sheet.goalImposed ? (["goalImposed"] as const) : []),
      ...known.filter((flag) => (flag === "late" ? sheet.late : sheet.flags.includes(flag))),
    ],
    version: sheet.version,
  };
}

/**
 * What a reader is not to see is left out: the person sees no marks before the results are opened; somebody asked to rate
 * sees the lines to rate and nothing else (F11).
 */
function shown(view: Sheet, sight: Sight): Sheet {
  if (sight.whole && (!sight.own || OPENED.has(view.state))) return view;
  const hidden = { total: null, grade: null, gradeLabel: null, coefficient: null, raw: null, source: null };
  if (sight.own)
    return { ...view, ...hidden, comment: null, awards: view.awards.filter(({ state }) => state === "approved") };
  return {
    ...view,
    ...hidden,
    comment: null,
    selfSummary: null,
    interview: null,
    interviewNeeded: false,
    appeals: [],
    adjustments: [],
    signatures: [],
    awards: [],
    flags: [],
    parts: view.parts.map((part) => ({
      ...part,
      total: null,
      trace: [],
      lines: part.lines
        .filter(({ source }) => source === "rating")
        .map((line) => ({ ...line, given: null, score: null, points: null, gain: null, trace: [] })),
    })),
  };
}

function awardsOf({ proposals, parts }: Bundle, cards: Cards, names: ReadonlyMap<string, string>): Award[] {
  return proposals.flatMap(({ id, partId, kind, item, value, reason, state, byMember, decidedBy }): Award[] => {
    if (kind !== "bonus" && kind !== "penalty" && kind !== "veto") return [];
    const card = cards.get(parts.find((part) => part.id === partId)?.card ?? "")?.body;
    const label = [...(card?.items ?? []), ...(card?.vetoes ?? [])].find(({ key }) => key === item)?.label;
    return [
      {
        id,
        key: item,
        kind,
        label: label ?? { zh: item },
        points: value,
        evidence: reason,
        state,
        by: names.get(byMember) ?? "",
        decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ""),
      },
    ];
  });
}

/** Of a few colleagues, their words would tell who wrote them. */
function withoutAnonymousWords(rating: RatingGiven): RatingGiven {
  return rating.rater === null ? { ...rating, comment: "" } : rating;
}

/** The own ratings, and everybody's where the whole sheet is open; anonymous roles are not named. */
function ratingsOf(
  bundle: Bundle,
  scored: readonly ScoredPart[],
  names: ReadonlyMap<string, string>,
  sight: Sight,
  me: string | null,
): RatingGiven[] {
  const { sheet, ratings } = bundle;
  const rules = new Map(
    scored.flatMap(({ part, card }) => card.items.map((item) => [`${part.id}/${item.key}`, item.rule] as const)),
  );
  return ratings.flatMap(({ partId, item, raterId, role, choice, points, comment, at, submitted }): RatingGiven[] => {
    const own = raterId === me;
    const open = sight.own ? OPENED.has(sheet.state) : sight.whole;
    if (!own && (!open || !submitted)) return [];
    const rule = rules.get(`${partId}/${item}`);
    const option = rule?.kind === "rating" ? rule.options.find(({ key }) => key === choice) : undefined;
    const hidden = rule?.kind === "rating" && rule.raters.some((share) => share.role === role && share.anonymous);
    return [
      {
        partId,
        item,
        role,
        rater: hidden ? null : (names.get(raterId) ?? ""),
        mine: own,
        option: choice,
        points: option?.points ?? points ?? "0",
        comment: hidden && sight.own ? "" : comment,
        at: at.toISOString(),
      },
    ];
  });
}
