import type { RatingInput } from "@dabiao/core/appraisal/act-contract.ts";
import type { ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import { checkRating } from "@dabiao/core/appraisal/scoring/score-rating.ts";
import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { z } from "zod";
import type { Trx } from "../platform/postgres/db.ts";
import { type ActedOn, actOnSheet } from "./act.ts";
import { type Bundle, readBundles } from "./bundle-store.ts";
import { endLateRatings, rateInstead } from "./late-rating.ts";
import { saveResults } from "./result-store.ts";
import type { Room } from "./room.ts";
import { cardOf, scoredParts } from "./scored-parts.ts";
import { demandState, isLate, type PartRow, touchSheet } from "./sheet-store.ts";
import { enterState, stageOf } from "./stages.ts";
import { endTasks, openManagers, ownTasks } from "./task-store.ts";

export interface GivenRatings {
  readonly role?: RaterRole | undefined;
  readonly ratings: readonly z.infer<typeof RatingInput>[];
  readonly comment?: string | undefined;
  readonly submit: boolean;
  /** Why one rates in the manager's place. */
  readonly reason?: string | undefined;
}

/**
 * Rates the lines one is asked for. The role comes from one's task, so nobody rates as somebody else; measured lines are
 * read-only. Submitting needs every line, and nothing missing that holds the total up. A rating that is missing in
 * calibration may still be given, also by the next level or HR with a reason.
 *
 * @throws Refusal `sheet_state`, `rating_item`, `rating_missing`, `rating_blocked`, `cycle_reason`, and those of the rule
 * @source SPEC.md, S-08
 */
export async function rateSheet(room: Room, sheetId: string, given: GivenRatings): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const { trx, sheet, sight } = on;
    const me = room.access.memberId;
    if (me === null) throw new Refusal("forbidden", { what: "appraisal" });
    const stage = sight.own ? "self" : "rating";
    if (sight.own || !isLate(sheet)) demandState(sheet, stage);
    const tasks = await ownTasks(trx, sheetId, stage, me);
    const task = tasks.find((each) => given.role === undefined || each.role === given.role);
    const role = task?.role ?? (await rateInstead(on, me, given));
    await keepRatings(trx, on, me, role, given);
    if (given.comment !== undefined && role === "self") await touchSheet(trx, sheetId, { self_summary: given.comment });
    if (given.comment !== undefined && role === "manager") await touchSheet(trx, sheetId, { comment: given.comment });
    if (given.submit) await submit(room, on, me, role);
  });
}

async function keepRatings(
  trx: Trx,
  on: ActedOn,
  me: string,
  role: RaterRole,
  { ratings }: GivenRatings,
): Promise<void> {
  for (const [index, rating] of ratings.entries()) {
    const item = itemsFor(on, role).find(({ part, item: of }) => part.id === rating.partId && of.key === rating.item);
    if (item?.item.rule.kind !== "rating") throw new Refusal("rating_item", { item: rating.item }, ["ratings", index]);
    const given = {
      role,
      comment: rating.comment,
      ...(rating.option === undefined ? {} : { option: rating.option }),
      ...(rating.points === undefined ? {} : { points: rating.points }),
    };
    const [issue] = checkRating(item.item.rule, given, ["ratings", index]);
    if (issue) throw new Refusal(issue.code, issue.params, issue.path);
  }
  const of = <Value>(read: (each: GivenRatings["ratings"][number]) => Value) => ratings.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_rating")}
      (part_id, item, rater_id, role, choice, points, comment, at, submitted)
    select g.part, g.item, ${me}::uuid, ${role}, g.choice, g.points, g.comment, ${trx.now}::timestamptz, false
    from unnest(${of(({ partId }) => partId)}::uuid[], ${of(({ item }) => item)}::text[], ${of(({ option }) => option ?? null)}::text[],
      ${of(({ points }) => points ?? null)}::numeric[], ${of(({ comment }) => comment)}::text[]) as g (part, item, choice, points, comment)
    on conflict on constraint appraisal_rating_pk do update set choice = excluded.choice, points = excluded.points,
      comment = excluded.comment, at = excluded.at`);
}

/** Lines a role rates; the self-review may rate every line people judge, though it never enters the total by default. */
function itemsFor({ parts, cards }: ActedOn, role: RaterRole) {
  return parts.flatMap((part) =>
    cardOf(cards, part).items.flatMap((item) => (asks(item, role) ? [{ part, item }] : [])),
  );
}

function asks({ rule }: ScorecardItem, role: RaterRole): boolean {
  return rule.kind === "rating" && (role === "self" || rule.raters.some((share) => share.role === role));
}

async function submit(room: Room, on: ActedOn, me: string, role: RaterRole): Promise<void> {
  const { trx, cycle, cards, sheet } = on;
  const sheetId = sheet.id;
  const [bundle] = await readBundles(trx, sql`s.id = ${sheetId}::uuid`);
  if (!bundle) throw new Error("a locked sheet is gone");
  const others = (await openManagers(trx, sheetId)).filter((id) => id !== me);
  const unrated = itemsFor(on, role).filter(
    ({ part, item }) =>
      (role !== "manager" || isMine(on, bundle, part, item.key, me, others)) &&
      !bundle.ratings.some(
        (each) => each.raterId === me && each.role === role && each.partId === part.id && each.item === item.key,
      ),
  );
  if (unrated.length > 0 && role !== "self")
    throw new Refusal("rating_missing", { items: unrated.map(({ item }) => item.label?.zh ?? item.key) });
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_rating")} r set submitted = true from ${ident(trx.schema, "appraisal_part")} p
    where p.id = r.part_id and p.sheet_id = ${sheetId}::uuid and r.rater_id = ${me}::uuid and r.role = ${role}`);
  if (role === "self") {
    await endTasks(trx, { sheetId, stage: "self" });
    await enterState(trx, room.world, cycle, [sheetId], stageOf(cycle.body, "rating") ? "rating" : "calibrating");
    return;
  }
  if (role === "manager") demandWhole(on, bundle);
  const open = await endTasks(trx, { sheetId, stage: "rating", assignee: me, role });
  if (isLate(sheet)) {
    await saveResults(trx, [sheetId], cards, { source: sheet.source ?? "review", by: me, reason: "late" });
    return await endLateRatings(trx, sheetId);
  }
  if (open > 0) return;
  await saveResults(trx, [sheetId], cards, { source: "review", by: me, reason: "submitted" });
  await enterState(trx, room.world, cycle, [sheetId], "calibrating");
}

/** Of several managers each rates the parts they led; who took over a task, what nobody else rates or has rated. */
function isMine(
  { parts }: Pick<ActedOn, "parts">,
  { ratings }: Pick<Bundle, "ratings">,
  part: PartRow,
  item: string,
  me: string,
  others: readonly string[],
): boolean {
  const [manager] = part.leaders;
  if (manager === me) return true;
  if (others.length > 0 && parts.some(({ leaders }) => leaders[0] === me)) return false;
  if (manager !== undefined && others.includes(manager)) return false;
  return !ratings.some(
    (each) =>
      each.role === "manager" && each.submitted && each.raterId !== me && each.partId === part.id && each.item === item,
  );
}

function demandWhole(
  { cards }: ActedOn,
  bundle: Parameters<typeof scoredParts>[0] & { lines: Parameters<typeof scoredParts>[2] },
): void {
  const missing = scoredParts(bundle, cards, bundle.lines).flatMap(({ score, card }) =>
    score.blockers.flatMap(({ item }) => {
      const line = card.items.find(({ key }) => key === item);
      return line?.source.kind === "kpi" ? [line.label?.zh ?? item] : [];
    }),
  );
  if (missing.length > 0) throw new Refusal("rating_blocked", { items: missing });
}
