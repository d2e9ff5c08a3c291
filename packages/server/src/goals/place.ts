import type { Period } from "@dabiao/core/calendar/period.ts";
import type { Spot, Subject, SubjectKind } from "@dabiao/core/goals/target.ts";

/** The company where a subject's id must not be null. */
export const COMPANY = "00000000-0000-0000-0000-000000000000";

/** A place of the ledger as its columns have it; the slice is empty for the whole business. */
export interface Place {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly period: string;
  readonly slice: string;
}

export function placeOf(subject: Subject, period: Pick<Period, "key">, slice = ""): Place {
  return { kind: subject.kind, id: subject.kind === "company" ? COMPANY : subject.id, period: period.key, slice };
}

export function subjectOf({ kind, id }: Pick<Place, "kind" | "id">): Subject {
  return kind === "company" ? { kind } : { kind, id };
}

export function spotOf(place: Place): Spot {
  const spot = { subject: subjectOf(place), period: place.period };
  return place.slice === "" ? spot : { ...spot, slice: place.slice };
}

/** How frames name a subject. */
export function subjectName({ kind, id }: Pick<Place, "kind" | "id">): string {
  return kind === "company" ? "company" : `${kind}/${id}`;
}

export function subjectNamed(name: string): Pick<Place, "kind" | "id"> {
  const [kind = "", id = COMPANY] = name.split("/");
  return { kind: kind === "unit" || kind === "member" ? kind : "company", id };
}

export function placeName(place: Place): string {
  return `${subjectName(place)} ${place.period} ${place.slice}`;
}
