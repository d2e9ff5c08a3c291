import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { Grain as GrainSchema } from "@dabiao/core/calendar/grain.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { Subject, SubjectKind } from "@dabiao/core/goals/target.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";

/** The company where a subject's id must not be null. */
export const COMPANY = "00000000-0000-0000-0000-000000000000";

/** A place of the ledger as its columns have it. */
export interface Place {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly period: string;
  readonly grain: Grain;
}

export function placeOf(subject: Subject, period: Period): Place {
  const grain = GrainSchema.safeParse(period.grain);
  if (!grain.success) throw new Refusal("target_period", { period: period.key }, ["period"]);
  return {
    kind: subject.kind,
    id: subject.kind === "company" ? COMPANY : subject.id,
    period: period.key,
    grain: grain.data,
  };
}

export function subjectOf({ kind, id }: Pick<Place, "kind" | "id">): Subject {
  return kind === "company" ? { kind } : { kind, id };
}

export function placeName({ kind, id, period }: Pick<Place, "kind" | "id" | "period">): string {
  return `${kind}/${id}/${period}`;
}
