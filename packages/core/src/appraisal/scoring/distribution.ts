import { splitUnits } from "../../goals/split.ts";
import { type Decimal, decimal } from "../../numbers/decimal.ts";
import type { DistributionGuide } from "./distribution-guide.ts";

/** Smaller groups are merged upward before a hard distribution; until then it only advises. */
export const LEAST_HARD_GROUP = 10;
/** Percentage points of difference from the guide that are told. */
const ALARM_POINTS = 5;

/** Somebody of the group with a grade from the score; exempt people (probation, ramp, half served) keep it uncounted. */
export interface RankedPerson {
  readonly id: string;
  readonly score: Decimal;
  readonly grade: string;
  readonly exempt?: boolean;
}

export interface GradeCount {
  readonly grade: string;
  readonly percent: string;
  /** People the guide means. */
  readonly quota: number;
  /** People who have the grade by their score. */
  readonly count: number;
  /** Actual less guide, in percentage points. */
  readonly deviation: string;
  readonly alarm: boolean;
}

export interface Distribution {
  readonly counted: number;
  readonly shares: readonly GradeCount[];
  /** The mode in force: a small group is only advised. */
  readonly mode: DistributionGuide["mode"];
  /** What the guide would give each counted person by order of score. */
  readonly suggested: ReadonlyMap<string, string>;
  /** What each person has under the mode; `null` where a tie lies on a cut and calibration decides. */
  readonly grades: ReadonlyMap<string, string | null>;
  readonly toDecide: readonly string[];
}

/**
 * Grades of a group against a guide. Quotas by largest remainder on the people who count; who ties takes the better grade
 * where the mode allows it, otherwise calibration decides: never chance, never the order of the list.
 *
 * @source SPEC.md S-16
 */
export function distribution(people: readonly RankedPerson[], guide: DistributionGuide): Distribution {
  const counted = people.filter(({ exempt }) => exempt !== true);
  const quotas = gradeQuotas(counted.length, guide);
  const mode = guide.mode === "hard" && counted.length < LEAST_HARD_GROUP ? "advisory" : guide.mode;
  const blocks = tiedBlocks(counted);
  const order = guide.shares.map(({ grade }) => grade);
  const suggested = suggestedGrades(blocks, quotas, order);
  const grades = new Map<string, string | null>(people.map(({ id, grade }) => [id, grade]));
  if (mode === "hard") for (const [id, grade] of imposed(blocks, quotas, order)) grades.set(id, grade);
  if (mode === "upper") for (const [id, grade] of cappedTop(blocks, quotas[0] ?? 0, order)) grades.set(id, grade);
  return {
    counted: counted.length,
    shares: gradeCounts(counted, quotas, guide),
    mode,
    suggested,
    grades,
    toDecide: [...grades].flatMap(([id, grade]) => (grade === null ? [id] : [])),
  };
}

/** How many of `heads` people each grade is meant for. @source SPEC.md S-16, G-04 */
export function gradeQuotas(heads: number, { shares }: DistributionGuide): number[] {
  const weights = shares.map(({ percent }) => decimal(percent));
  return splitUnits(decimal(heads), weights).map((quota) => quota.toNumber());
}

interface Block {
  readonly people: readonly RankedPerson[];
  /** Places of the group, the first from 0, half-open. */
  readonly start: number;
  readonly end: number;
}

/** People in order of score, those of one score together. */
function tiedBlocks(people: readonly RankedPerson[]): Block[] {
  const sorted = people.toSorted((a, b) => b.score.cmp(a.score));
  const blocks: Block[] = [];
  for (let start = 0; start < sorted.length; ) {
    const score = sorted[start]?.score;
    const tied = sorted.slice(start).filter((person) => score?.eq(person.score));
    blocks.push({ people: tied, start, end: start + tied.length });
    start += tied.length;
  }
  return blocks;
}

/** The grade whose places hold this one. */
function gradeAt(place: number, quotas: readonly number[], order: readonly string[]): string {
  let reached = 0;
  const index = quotas.findIndex((quota) => {
    reached += quota;
    return place < reached;
  });
  return order[index] ?? order.at(-1) ?? "";
}

function suggestedGrades(blocks: readonly Block[], quotas: readonly number[], order: readonly string[]) {
  return new Map(
    blocks.flatMap(({ people, start }) =>
      people.map(({ id }): [string, string] => [id, gradeAt(start, quotas, order)]),
    ),
  );
}

function imposed(blocks: readonly Block[], quotas: readonly number[], order: readonly string[]) {
  return blocks.flatMap(({ people, start, end }) => {
    const first = gradeAt(start, quotas, order);
    const split = gradeAt(end - 1, quotas, order) !== first;
    return people.map(({ id }): [string, string | null] => [id, split ? null : first]);
  });
}

/** Only the best grade is bound: whoever is beyond its places takes the next one. */
function cappedTop(blocks: readonly Block[], places: number, order: readonly string[]) {
  const [top = "", second = top] = order;
  return blocks.flatMap(({ people, start, end }) =>
    people
      .filter(({ grade }) => grade === top)
      .map(({ id }): [string, string | null] => [id, end <= places ? top : start >= places ? second : null]),
  );
}

function gradeCounts(counted: readonly RankedPerson[], quotas: readonly number[], { shares }: DistributionGuide) {
  return shares.map(({ grade, percent }, index) => {
    const count = counted.filter((person) => person.grade === grade).length;
    const actual = counted.length === 0 ? null : decimal(count * 100).div(counted.length);
    const deviation = actual?.minus(percent) ?? decimal(0);
    return {
      grade,
      percent,
      quota: quotas[index] ?? 0,
      count,
      deviation: deviation.toDecimalPlaces(2).toString(),
      alarm: deviation.abs().gt(ALARM_POINTS),
    };
  });
}
