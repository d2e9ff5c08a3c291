import { cardFor } from "@dabiao/core/appraisal/card-for.ts";
import type { LiveScore, MyScore, PersonScores } from "@dabiao/core/appraisal/live-score.ts";
import { worthOfLines } from "@dabiao/core/appraisal/part-score.ts";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { scorecardKind } from "@dabiao/core/appraisal/scorecard-kind.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import { type Period, period as periodByKey, periodOf } from "@dabiao/core/calendar/period.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { calendarOf } from "../metrics/context.ts";
import { readFacts } from "./facts.ts";
import { factParts } from "./freeze.ts";
import { liveSheets, nextStart, scoreHistory } from "./live-store.ts";
import type { NamedBody } from "./participants.ts";
import { namesOf, readStays, type Stay, unitNames } from "./people-store.ts";
import { figuresOf, type Room } from "./room.ts";
import { type Cards, scoredParts } from "./scored-parts.ts";
import { leastSteps, sheetLines, shown } from "./sheet-lines.ts";
import type { PartRow } from "./sheet-store.ts";
import { demandLed } from "./team-store.ts";

/**
 * Today's score of a person by each of their cards, with the line that would raise it most.
 *
 * @throws Refusal `not_found` for somebody out of the reader's sight
 */
export async function myScore(room: Room, asked: string | undefined): Promise<MyScore> {
  const { access, ws } = room;
  const memberId = asked ?? access.memberId;
  if (memberId === null || memberId === undefined) throw new Refusal("not_found", { what: "member" });
  if (memberId !== access.memberId) await demandLed(ws, access, [memberId]);
  const [person] = await liveScores(room, [memberId]);
  const name = (await namesOf(ws, [memberId])).get(memberId) ?? "";
  return {
    ...(person ?? { memberId, name, unit: "", scores: [] }),
    asOf: room.now.toISOString(),
    history: await scoreHistory(ws, memberId),
    nextStart: await nextStart(ws, memberId, dayAt(room.now, ws.zone)),
  };
}

/** Today's scores of people, by the published cards: all their figures in a few grouped queries. */
export async function liveScores(room: Room, members: readonly string[]): Promise<PersonScores[]> {
  const cards = room.world.list(scorecardKind).map(({ key, body }) => ({ key, body }));
  return await scoresBy(room, members, cards, null);
}

/** A draft card on live figures, whoever it will be for. */
export async function previewCard(
  room: Room,
  draft: { key: string; body: ScorecardBody; members: readonly string[]; period?: string | undefined },
): Promise<PersonScores[]> {
  const { access, ws, world } = room;
  access.demand("appraisal.manage");
  const issues = scorecardKind.check(draft.body, world, draft.key);
  if (issues.length > 0) throw new Refusal("card_draft", {}, ["body"], issues);
  const period = draft.period === undefined ? null : periodByKey(draft.period, calendarOf(world, draft.body));
  const body = { ...draft.body, for: { roles: [], units: [], members: [...draft.members] } };
  await demandLed(ws, access, draft.members);
  return await scoresBy(room, draft.members, [{ key: draft.key, body }], period);
}

/** A person by one card in its running period. */
interface Plan {
  readonly card: NamedBody;
  readonly period: Period;
  readonly stay: Stay;
  readonly part: PartRow;
}

async function scoresBy(
  room: Room,
  members: readonly string[],
  cards: readonly NamedBody[],
  period: Period | null,
): Promise<PersonScores[]> {
  const { ws, world, now, readTargets } = room;
  const today = dayAt(now, ws.zone);
  const stays = await readStays(ws, period ?? { start: today, end: addDays(today, 1) }, members);
  const current = [...Map.groupBy(stays, ({ memberId }) => memberId).values()].flatMap((all) => all.at(-1) ?? []);
  const sheets = await liveSheets(ws, members, today);
  const plans = current.flatMap((stay): Plan[] => {
    const card = cardFor(cards, stay);
    return card ? [planOf(room, stay, card, period)] : [];
  });
  const cardMap: Cards = new Map(cards.map(({ key, body }) => [key, { body, version: 0 }]));
  const wanted = plans.flatMap(({ part, period: of }) => factParts([part], cardMap, { from: of.start, to: of.end }));
  const facts = await readFacts(figuresOf(room), readTargets, wanted, { today, evidence: false });
  const units = await unitNames(
    ws,
    current.map(({ unitId }) => unitId),
  );
  return current.map((stay) => ({
    memberId: stay.memberId,
    name: stay.name,
    unit: units.get(stay.unitId) ?? "",
    scores: plans
      .filter((plan) => plan.stay.memberId === stay.memberId)
      .map((plan): LiveScore => {
        const sheet = sheets.find((each) => each.memberId === stay.memberId && each.from === plan.period.start);
        const [scored] = scoredParts({ parts: [plan.part], ratings: [], proposals: [] }, cardMap, facts);
        if (!scored) throw new Error("a planned part has no score");
        const { score, card } = scored;
        const worth = worthOfLines(card, scored.input, leastSteps(world, card));
        const grades = card.scoring.grades;
        return {
          card: plan.card.key,
          cardLabel: card.label,
          period: plan.period.key,
          from: plan.period.start,
          to: plan.period.end,
          cycleId: sheet?.cycleId ?? null,
          sheetId: sheet?.id ?? null,
          frozen: sheet?.frozen ?? false,
          total: score.soFar,
          missing: score.blockers.length,
          grade: score.gradeSoFar,
          gradeLabel: grades.find(({ key }) => key === score.gradeSoFar)?.label?.zh ?? null,
          next: nextGrade(card, score.soFar),
          coefficient: shown(score.coefficient),
          lines: sheetLines(world, scored, facts.get(plan.part.id), worth),
          best: worth.best,
          trace: [...score.trace],
        };
      }),
  }));
}

function planOf({ world, ws, now }: Room, stay: Stay, card: NamedBody, asked: Period | null): Plan {
  const calendar = calendarOf(world, card.body);
  const period = asked ?? periodOf(dayAt(now, ws.zone), card.body.grain, calendar);
  return {
    card,
    period,
    stay,
    part: {
      id: `${stay.memberId}/${card.key}`,
      sheetId: stay.memberId,
      memberId: stay.memberId,
      card: card.key,
      unitId: stay.unitId,
      from: period.start,
      to: period.end,
      share: "100",
      weight: "1",
      leaders: stay.leaders,
      gates: null,
    },
  };
}

/** The next better grade and what is missing to it. */
function nextGrade({ scoring }: ScorecardBody, total: string | null): LiveScore["next"] {
  if (total === null) return null;
  const better = scoring.grades.filter(({ from }) => from !== null && decimal(from).gt(total)).at(-1);
  return better?.from == null ? null : { grade: better.key, points: decimal(better.from).minus(total).toFixed() };
}
