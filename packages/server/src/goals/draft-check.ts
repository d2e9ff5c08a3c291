import { type Period, period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { AXES, overOf } from "@dabiao/core/goals/child-rule.ts";
import type { DraftEdit, GoalFinding } from "@dabiao/core/goals/goal-draft.ts";
import { compoundOverAssignment } from "@dabiao/core/goals/over-assignment.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { DraftSheet } from "./draft-sheet.ts";
import { visibleSubjects } from "./goal-rights.ts";
import type { OpenKpi } from "./kpi.ts";
import { COMPANY, type Place, placeName, spotOf, subjectName, subjectOf } from "./place.ts";
import { suspects } from "./plan-places-store.ts";
import { type SubjectState, subjectsState } from "./subject-state-store.ts";
import type { TargetDraftRow } from "./tables.ts";

/** Nodes looked at, and findings told, at most. */
const SUSPECTS_MAX = 5_000;
const FINDINGS_MAX = 500;

export interface Checked {
  readonly findings: readonly GoalFinding[];
  readonly checkedNodes: number;
  readonly truncated: boolean;
}

/**
 * 校验: everything in a plan that does not add up or cannot be reached, with how to mend it. Differences and people who left
 * stand in the way of publishing; over-assignment is a warning.
 */
export async function checkSheet(
  on: Runner,
  context: MetricContext,
  draft: TargetDraftRow,
  { sheet, edits, refused }: DraftSheet,
): Promise<Checked> {
  const { kpi } = sheet;
  const known = await suspects(on, kpi, draft.period, SUSPECTS_MAX + 1);
  const touched = sheet.entries.map(({ place }) => place);
  const all = new Map([...known.places, ...touched].map((place) => [placeName(place), place]));
  await sheet.load([...all.values()]);
  const asked = edits.map(({ edit }) => placeOfEdit(edit));
  const states = await subjectsState(
    on,
    [...all.values(), ...asked].map(({ id }) => id),
  );
  const visible = visibleSubjects(context.access);
  const findings = refused.map(({ edit, issue }) =>
    finding("refused", "block", placeOfEdit(edit.edit), states, {
      params: { ...issue.params, code: issue.code, edit: edit.id },
    }),
  );
  for (const place of all.values()) {
    if (sheet.standing(place).version === 0 || !visible(place)) continue;
    findings.push(...differencesAt(sheet, place, states), ...faultsAt(sheet, place, states));
    if (findings.length > FINDINGS_MAX) break;
  }
  findings.push(...overAssigned(sheet, [...all.values()].filter(visible), states));
  const sorted = findings.toSorted((a, b) => (a.level === b.level ? 0 : a.level === "block" ? -1 : 1));
  return {
    findings: sorted.slice(0, FINDINGS_MAX),
    checkedNodes: Math.max(known.nodes, all.size),
    truncated: findings.length > FINDINGS_MAX || known.places.length > SUSPECTS_MAX,
  };
}

function placeOfEdit(edit: DraftEdit): Place {
  const id = edit.subject.kind === "company" ? COMPANY : edit.subject.id;
  return { kind: edit.subject.kind, id, period: edit.period, slice: edit.slice ?? "" };
}

/** A node whose children were split and that was changed afterwards, or whose children were. */
function differencesAt(sheet: DraftSheet["sheet"], place: Place, states: States): GoalFinding[] {
  return AXES.flatMap((axis): GoalFinding[] => {
    if (!sheet.unexplained(place, axis)) return [];
    const difference = sheet.difference(place, axis);
    const mends = (["children", "buffer", "upper"] as const).map(
      (by): DraftEdit => ({ kind: "balance", ...spotOf(place), axis, by }),
    );
    return [
      finding("difference", "block", place, states, {
        axis,
        amount: difference?.toFixed() ?? null,
        other: sheet.standing(place).amount.toFixed(),
        mends,
      }),
    ];
  });
}

function faultsAt(sheet: DraftSheet["sheet"], place: Place, states: States): GoalFinding[] {
  const { kpi } = sheet;
  const { amount } = sheet.standing(place);
  const state = states.get(place.id);
  const span = spanOf(kpi, place.period);
  const found: GoalFinding[] = [];
  const zero: DraftEdit = { kind: "set", ...spotOf(place), amount: "0", counter: { kind: "buffer" } };
  if (!span) found.push(finding("period", "block", place, states, { mends: [] }));
  if (!amount.mod(kpi.step).isZero())
    found.push(
      finding("step", "warn", place, states, { amount: amount.toFixed(), params: { step: kpi.step.toFixed() } }),
    );
  if (span && !amount.isZero() && state?.leftOn && state.leftOn <= span.start)
    found.push(
      finding("left_member", "block", place, states, {
        amount: amount.toFixed(),
        params: { left: state.leftOn },
        mends: [zero],
      }),
    );
  if (!amount.isZero() && state?.archived)
    found.push(finding("archived_unit", "block", place, states, { amount: amount.toFixed(), mends: [zero] }));
  return found;
}

function spanOf(kpi: OpenKpi, key: string): Period | null {
  try {
    return readPeriod(key, kpi.calendar);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** G-07: what the levels' over-assignments compound to, from every node that over-assigns down to its own. */
function overAssigned(sheet: DraftSheet["sheet"], places: readonly Place[], states: States): GoalFinding[] {
  const factors = (place: Place, depth = 0): ReturnType<typeof overOf>[] => {
    const split = sheet.split(place, "people");
    const up = depth > 12 ? [] : sheet.parents(place).filter(({ axis }) => axis === "people");
    return [...(up[0] ? factors(up[0].parent, depth + 1) : []), ...(split ? [overOf(split.rule)] : [])];
  };
  return places.flatMap((place) => {
    const split = sheet.split(place, "people");
    if (split?.rule.kind !== "over") return [];
    const { compound, excessive } = compoundOverAssignment(factors(place));
    return excessive
      ? [finding("over_assigned", "warn", place, states, { params: { compound: compound.toFixed() } })]
      : [];
  });
}

type States = ReadonlyMap<string, SubjectState>;

function finding(
  code: GoalFinding["code"],
  level: GoalFinding["level"],
  place: Place,
  states: States,
  more: Partial<GoalFinding>,
): GoalFinding {
  return {
    code,
    level,
    subject: subjectOf(place),
    name: states.get(place.id)?.name ?? subjectName(place),
    period: place.period,
    slice: place.slice === "" ? null : place.slice,
    axis: null,
    amount: null,
    other: null,
    params: {},
    mends: [],
    ...more,
  };
}
