import { chanceOf, oddsModel } from "@dabiao/core/goals/odds.ts";
import type { Odds } from "@dabiao/core/goals/odds-contract.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { visibleSubjects } from "../goal-rights.ts";
import { COMPANY } from "../place.ts";
import { ComparableHistory, membersOf } from "./comparable-history.ts";
import { type Ground, readGround } from "./odds-ground.ts";
import { bestOf, eachDeal, likely, medianOf, promised, shownDeals, shownHeads } from "./odds-shown.ts";
import { goalRules } from "./rules.ts";

export interface OddsQuestion {
  readonly kpi: string;
  readonly period: string;
  readonly subjects: readonly { readonly subject: Subject; readonly target?: string | undefined }[];
}

/**
 * The chance of targets, for many at once: one grouped query for the people's results, one for the units', one for the
 * open deals. Who may not be seen is left out.
 *
 * @source SPEC.md A14
 */
export async function goalOdds(context: MetricContext, question: OddsQuestion) {
  const { access, world } = context;
  const visible = visibleSubjects(access);
  const wanted = question.subjects.filter(({ subject }) => visible({ kind: subject.kind, id: idOf(subject) }));
  const ground = await readGround(
    context,
    question,
    wanted.map(({ subject }) => subject),
  );
  const history = new ComparableHistory(ground);
  const floor = goalRules(world).oddsFloor;
  return {
    floor: decimal(floor).toFixed(),
    periods: ground.past.periods.length,
    odds: wanted.map((each) => oddsOf(ground, history, each, decimal(floor).toNumber())),
  };
}

function oddsOf(
  ground: Ground,
  history: ComparableHistory,
  { subject, target: typed }: OddsQuestion["subjects"][number],
  floor: number,
): Odds {
  const { kpi, book } = ground;
  const id = idOf(subject);
  const unit = subject.kind === "member" ? null : subject.kind === "company" ? ground.root : subject.id;
  const counted =
    subject.kind === "member" ? book.member(id) : subject.kind === "unit" ? book.unit(id) : book.company();
  const target = typed === undefined ? counted : decimal(typed);
  // A typed target is a full one: a newcomer owes a part of it, and the history is on the same footing.
  const owed =
    typed === undefined || unit !== null || target === null
      ? target
      : ground.lives.goal(id, ground.period, target).amount;
  const results = (unit === null ? ground.members.get(id) : ground.units.get(unit)) ?? new Map<string, Decimal>();
  const heads = unit === null ? null : history.heads(unit);
  const own = unit === null ? history.own(id) : history.unit(unit, results, heads?.effective ?? ZERO);
  const peers = unit === null ? history.peers(id) : [];
  const deals = promised(ground.deals, unit === null ? [id] : membersOf(ground, unit));
  const done = kpi.accrues ? (results.get(ground.period.key) ?? ZERO) : ZERO;
  const model = oddsModel({
    own,
    peers,
    done: done.toNumber(),
    timeLeft: ground.timeLeft,
    pipeline: kpi.direction === "down" ? [] : deals.flatMap(eachDeal),
  });
  const chance = model && owed ? chanceOf(model, owed.toNumber(), kpi.direction) : null;
  const seen = ground.past.periods.flatMap(({ key }) => results.get(key) ?? []);
  return {
    subject,
    target: target?.toFixed() ?? null,
    chance: chance === null ? null : decimal(chance.toFixed(2)).toFixed(),
    flagged: chance !== null && chance < floor,
    basis: model?.basis ?? null,
    sample: { own: own.length, peers: peers.length },
    done: done.toFixed(),
    pipeline: deals.length === 0 ? null : shownDeals(deals),
    likely: model && likely(model, kpi),
    best: bestOf(seen, kpi)?.toFixed() ?? null,
    usual: medianOf(seen)?.toFixed() ?? null,
    heads: heads && shownHeads(heads, own),
  };
}

function idOf(subject: Subject): string {
  return subject.kind === "company" ? COMPANY : subject.id;
}
