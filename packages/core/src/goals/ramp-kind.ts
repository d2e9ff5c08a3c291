import { declareKind, type Kind } from "../model/kind.ts";
import { RampBody } from "./ramp.ts";

/** A13: ramp curves for newcomers, by role or by person. */
export const rampKind: Kind<RampBody> = declareKind<RampBody>({
  kind: "ramp",
  schema: RampBody,
  references: (body) => [
    ...body.roles.map((key) => ({ kind: "role", key })),
    ...body.kpis.map((key) => ({ kind: "kpi", key })),
  ],
  check: () => [],
});
