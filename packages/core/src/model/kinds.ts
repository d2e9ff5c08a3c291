import { appraisalPlanKind } from "../appraisal/plan-kind.ts";
import { scorecardKind } from "../appraisal/scorecard-kind.ts";
import { calendarKind } from "../calendar/calendar-kind.ts";
import { goalRulesKind } from "../goals/goal-rules-kind.ts";
import { rampKind } from "../goals/ramp-kind.ts";
import { kpiKind } from "../metrics/kpi-kind.ts";
import { metricKind } from "../metrics/metric-kind.ts";
import { ratesKind } from "../metrics/rates-kind.ts";
import type { Permission } from "../people/role.ts";
import { roleKind } from "../people/role-kind.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Kind } from "./kind.ts";
import { formKind } from "./kinds/form.ts";
import { objectKind } from "./kinds/object.ts";
import { viewKind } from "./kinds/view.ts";

const KINDS_DECLARED = [
  objectKind,
  viewKind,
  formKind,
  roleKind,
  ratesKind,
  metricKind,
  kpiKind,
  calendarKind,
  scorecardKind,
  appraisalPlanKind,
  rampKind,
  goalRulesKind,
];

/** Every kind of definition, in the order a package publishes them: what others need comes first. A new kind is one file and one line here. */
export const KINDS: readonly Kind<unknown>[] = KINDS_DECLARED as unknown as readonly Kind<unknown>[];

const byName = new Map(KINDS.map((kind) => [kind.kind, kind]));

/**
 * The kind of that name.
 *
 * @throws Refusal `not_found` for a kind that does not exist
 */
export function kindNamed(name: string): Kind<unknown> {
  const kind = byName.get(name);
  if (!kind) throw new Refusal("not_found", { what: `kind ${name}` });
  return kind;
}

/** Whoever answers for the numbers answers for how targets bend to real life too. */
const METRIC_KINDS: ReadonlySet<string> = new Set(["metric", "kpi", "rates", "ramp", "goal_rules"]);

/** What one must be allowed to do to change definitions of this kind. */
export function permissionFor(kind: string): Permission {
  if (kind === "role") return "roles.manage";
  if (kind === "scorecard" || kind === "appraisal_plan") return "appraisal.manage";
  return METRIC_KINDS.has(kind) ? "metrics.manage" : "model.manage";
}
