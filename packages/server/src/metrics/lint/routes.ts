import { getKpiLibrary } from "@dabiao/core/metrics/library-contract.ts";
import { lintKpiContract, lintTargetContract } from "@dabiao/core/metrics/lint-contract.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../../people/access-for.ts";
import type { PeopleOptions } from "../../people/people-options.ts";
import { register } from "../../platform/http/register.ts";
import { kpiLibrary } from "../library.ts";
import type { KpiUsage } from "./kpi-usage.ts";
import { lintDraft } from "./lint-draft.ts";
import { lintTargetOf } from "./lint-target-of.ts";

/** The library of KPIs, and their lint as one types. */
export function lintRoutes(
  app: FastifyInstance,
  options: Pick<PeopleOptions, "worldOf" | "clock"> & { readonly usage: KpiUsage },
): void {
  const within = accessFor(options);
  register(app, getKpiLibrary, async (call) => {
    const { access, world } = await within(call);
    return { items: kpiLibrary(world, access, await options.usage.withTargets(call.workspace)) };
  });
  register(app, lintKpiContract, async (call) => {
    const { access } = await within(call);
    return await lintDraft(call.workspace, access, call.body, options.usage, options.clock());
  });
  register(app, lintTargetContract, async (call) => {
    const { access, world } = await within(call);
    return await lintTargetOf(call.workspace, access, world, call.params.kpi, call.body, options.clock());
  });
}
