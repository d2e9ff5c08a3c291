import * as contracts from "@dabiao/core/goals/board-contract.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../people/access-for.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { register } from "../platform/http/register.ts";
import { board, openBoard } from "./board.ts";
import { boardStream } from "./board-stream.ts";
import { compareKpi } from "./compare.ts";
import { kpiUsage } from "./kpi-usage.ts";
import { outlook } from "./outlook.ts";

/** How targets are met: the board, and one of its cells looked at closely. */
export function boardRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const { clock } = options;
  const within = accessFor(options);

  register(app, contracts.kpiBoard, async (call) => {
    const { access, world } = await within(call);
    return await board(call.workspace, access, world, call.body, clock());
  });
  register(app, contracts.kpiBoardLines, async (call) => {
    const { access, world } = await within(call);
    const opened = await openBoard(call.workspace, access, world, call.body, clock());
    call.reply.type("application/x-ndjson; charset=utf-8");
    return boardStream(opened);
  });
  register(app, contracts.kpiOutlook, async (call) => {
    const { access, world } = await within(call);
    return await outlook(call.workspace, access, world, call.body, clock());
  });
  register(app, contracts.kpiComparison, async (call) => {
    const { access, world } = await within(call);
    return await compareKpi(call.workspace, access, world, call.body, clock());
  });
  register(app, contracts.targetedKpis, async (call) => ({
    kpis: [...(await kpiUsage.withTargets(call.workspace))],
  }));
}
