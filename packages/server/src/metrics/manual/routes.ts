import * as contracts from "@dabiao/core/metrics/manual-contract.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../../people/access-for.ts";
import type { PeopleOptions } from "../../people/people-options.ts";
import { register } from "../../platform/http/register.ts";
import { decideFigures } from "./decide-figures.ts";
import { manualDuties } from "./duties.ts";
import { enterFigures } from "./enter-figures.ts";
import { manualHistory, manualSheet } from "./sheet.ts";

/** Figures entered by hand and confirmed by somebody else. */
export function manualRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const { clock } = options;
  const within = accessFor(options);

  register(app, contracts.listManualDuties, async (call) => {
    const { access, world } = await within(call);
    return { items: await manualDuties(call.workspace, access, world, clock()) };
  });
  register(app, contracts.getManualSheet, async (call) => {
    const { access, world } = await within(call);
    return await manualSheet(call.workspace, access, world, call.query, clock());
  });
  register(app, contracts.enterManualFigures, async (call) => {
    const { access, world } = await within(call);
    return { entered: await enterFigures(call.workspace, access, world, call.body, clock()) };
  });
  register(app, contracts.decideManualFigures, async (call) => {
    const { access, world } = await within(call);
    return { decided: await decideFigures(call.workspace, access, world, call.body) };
  });
  register(app, contracts.listManualHistory, async (call) => {
    const { access, world } = await within(call);
    return { items: await manualHistory(call.workspace, access, world, call.query) };
  });
}
