import type { World } from "@dabiao/core/model/kind.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { type MetricContext, metricContext } from "../metrics/context.ts";
import { type Access, accessOf } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import type { TargetReader } from "./target-reader.ts";

/** Who asks, of which definitions, when; and where targets come from. */
export interface Room {
  readonly ws: Workspace;
  readonly world: World;
  readonly access: Access;
  readonly now: Date;
  readonly readTargets: TargetReader;
}

/**
 * Figures are the company's own whoever asks, so that a score is the same for the person, the manager and HR. Whose score
 * one may see is decided before.
 */
export function figuresOf({ ws, world, now }: Pick<Room, "ws" | "world" | "now">): MetricContext {
  return metricContext(ws, world, accessOf(systemActor(ws.id, "appraisal", "appraisal")), now, "company");
}
