import * as contracts from "@dabiao/core/goals/agreement-contract.ts";
import type { FastifyInstance } from "fastify";
import { metricContext } from "../metrics/context.ts";
import { accessFor } from "../people/access-for.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { type Call, register } from "../platform/http/register.ts";
import { answerCommitment, listCommitments, propose } from "./commitments.ts";
import { endSharedGoal, listSharedGoals, saveSharedGoal } from "./shared-goals.ts";

/** Commitments and their negotiation, and goals that several people own. */
export function goalAgreementRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const within = accessFor(options);
  const contextOf = async (call: Pick<Call<typeof contracts.propose>, "workspace" | "actor">) => {
    const { access, world } = await within(call);
    return metricContext(call.workspace, world, access, options.clock(), "company");
  };

  register(app, contracts.propose, async (call) => {
    const context = await contextOf(call);
    return await call.workspace.transaction((trx) => propose(trx, context, call.body));
  });
  register(app, contracts.answerCommitment, async (call) => {
    const context = await contextOf(call);
    return await call.workspace.transaction((trx) => answerCommitment(trx, context, call.params.commitment, call.body));
  });
  register(app, contracts.listCommitments, async (call) => await listCommitments(await contextOf(call), call.body));
  register(app, contracts.saveSharedGoal, async (call) => {
    const context = await contextOf(call);
    return await call.workspace.transaction((trx) => saveSharedGoal(trx, context, call.body));
  });
  register(app, contracts.endSharedGoal, async (call) => {
    const context = await contextOf(call);
    await call.workspace.transaction((trx) => endSharedGoal(trx, context, call.params.goal, call.body.reason));
    return undefined;
  });
  register(app, contracts.listSharedGoals, async (call) => await listSharedGoals(await contextOf(call), call.body));
}
