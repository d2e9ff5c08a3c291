import type { Subject } from "@dabiao/core/goals/target.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { FigureScope } from "./actuals.ts";
import { visibleSubjects } from "./goal-rights.ts";
import { COMPANY } from "./place.ts";

/**
 * Whose figures a subject's are.
 *
 * @throws Refusal `not_found`: what one may not see is not there
 */
export function figureScope(access: Access, subject: Subject): FigureScope {
  const id = subject.kind === "company" ? COMPANY : subject.id;
  if (!visibleSubjects(access)({ kind: subject.kind, id }))
    throw new Refusal("not_found", { what: subject.kind }, ["subject"]);
  switch (subject.kind) {
    case "company":
      return {};
    case "unit":
      return { unit: subject.id };
    case "member":
      return { members: [subject.id] };
  }
}
