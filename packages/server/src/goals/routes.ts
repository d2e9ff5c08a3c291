import * as contracts from "@dabiao/core/goals/contract.ts";
import type { FastifyInstance } from "fastify";
import { metricContext } from "../metrics/context.ts";
import { accessFor } from "../people/access-for.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { register } from "../platform/http/register.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { setTargets } from "./batch.ts";
import { postSplit, readSplitBasis } from "./split.ts";
import { listTargets, lockTarget, setTarget, targetHistory } from "./targets.ts";
import { tryOut } from "./try-out.ts";
import { postYear } from "./year.ts";
import { readYearBasis } from "./year-basis.ts";

/** Targets, their splits and history. */
export function goalRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const { clock } = options;
  const within = accessFor(options);

  register(app, contracts.listTargets, async (call) => {
    const { access, world } = await within(call);
    return { targets: await listTargets(call.workspace, access, world, call.body) };
  });
  register(app, contracts.setTarget, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => setTarget(trx, access, world, call.body));
  });
  register(app, contracts.setTargets, async (call) => {
    const { access, world } = await within(call);
    const work = (trx: Trx) => setTargets(trx, access, world, call.body);
    return await (call.body.preview ? tryOut(call.workspace, work) : call.workspace.transaction(work));
  });
  register(app, contracts.lockTarget, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => lockTarget(trx, access, world, call.body));
  });
  register(app, contracts.targetHistory, async (call) => {
    const { access, world } = await within(call);
    return await targetHistory(call.workspace, access, world, call.body);
  });
  register(app, contracts.splitTargets, async (call) => {
    const { access, world } = await within(call);
    const context = metricContext(call.workspace, world, access, clock(), "company");
    const basis = await readSplitBasis(context, call.body);
    const work = (trx: Trx) => postSplit(trx, access, call.body, basis);
    return await (call.body.preview ? tryOut(call.workspace, work) : call.workspace.transaction(work));
  });
  register(app, contracts.planYear, async (call) => {
    const { access, world } = await within(call);
    const context = metricContext(call.workspace, world, access, clock(), "company");
    const basis = await readYearBasis(context, call.body);
    return await call.workspace.transaction((trx) => postYear(trx, access, call.body, basis));
  });
}
