import * as absences from "@dabiao/core/goals/absence-contract.ts";
import * as changes from "@dabiao/core/goals/goal-change-contract.ts";
import { GOAL_RULES_KEY } from "@dabiao/core/goals/goal-rules.ts";
import { goalRulesKind } from "@dabiao/core/goals/goal-rules-kind.ts";
import * as life from "@dabiao/core/goals/life-contract.ts";
import * as managers from "@dabiao/core/goals/manager-contract.ts";
import * as odds from "@dabiao/core/goals/odds-contract.ts";
import * as ramps from "@dabiao/core/goals/ramp-contract.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance } from "fastify";
import { metricContext } from "../../metrics/context.ts";
import { publishAll } from "../../model/publish-store.ts";
import { accessFor } from "../../people/access-for.ts";
import type { PeopleOptions } from "../../people/people-options.ts";
import { register } from "../../platform/http/register.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { tryOut } from "../try-out.ts";
import { askAbsence, decideAbsence, importAbsences, listAbsences, withdrawAbsence } from "./absences.ts";
import { previewChange } from "./change-preview.ts";
import { judgeChange, listChanges, proposeChange, seeChange, showChange, withdrawChange } from "./changes.ts";
import { proposeActivity } from "./funnel.ts";
import { listLife, reckonGoal } from "./life-list.ts";
import { managerGoals, nearChanges } from "./managers.ts";
import { goalOdds } from "./odds.ts";
import { assignRamp, listRamps, putRamp } from "./ramp-people.ts";
import { rebalance } from "./rebalance.ts";
import { goalRules } from "./rules.ts";
import { listTransfers, regoal } from "./transfers.ts";
import { fillVacancy, listVacancies } from "./vacancies.ts";

/** Targets in real life: leave, ramps, transfers, vacancies, changes on the way, odds and derived activity. */
export function goalLifeRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const { clock } = options;
  const within = accessFor(options);
  const figures = async (call: { workspace: Workspace; actor: Actor }) => {
    const { access, world } = await within(call);
    return metricContext(call.workspace, world, access, clock(), "company");
  };

  register(app, absences.listAbsences, async (call) => {
    const { access, world } = await within(call);
    return await listAbsences(call.workspace, access, world, call.query, clock());
  });
  register(app, absences.askAbsence, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => askAbsence(trx, access, world, call.body));
  });
  register(app, absences.importAbsences, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => importAbsences(trx, access, world, call.body.rows));
  });
  register(app, absences.decideAbsence, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => decideAbsence(trx, access, world, call.params.absence, call.body));
  });
  register(app, absences.withdrawAbsence, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => withdrawAbsence(trx, access, world, call.params.absence));
  });

  register(app, ramps.listRamps, async (call) => {
    const { access, world } = await within(call);
    return await listRamps(call.workspace, access, world, clock());
  });
  register(app, ramps.assignRamp, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => assignRamp(trx, access, world, call.body));
  });
  register(app, ramps.putRamp, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => putRamp(trx, access, call.params.key, call.body));
  });
  register(app, ramps.getGoalRules, async (call) => goalRules((await within(call)).world));
  register(app, ramps.putGoalRules, async (call) => {
    const { access } = await within(call);
    const change = { kind: goalRulesKind.kind, key: GOAL_RULES_KEY, body: call.body };
    await call.workspace.transaction((trx) => publishAll(trx, access, [change], { note: "" }));
    return call.body;
  });

  register(app, life.goalLife, async (call) => {
    const { access, world } = await within(call);
    return await listLife(call.workspace, access, world, call.body, clock());
  });
  register(app, life.goalReckoning, async (call) => {
    const { access, world } = await within(call);
    return await reckonGoal(call.workspace, access, world, call.body);
  });
  register(app, life.rebalanceGoal, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => rebalance(trx, access, world, call.body));
  });
  register(app, life.listVacancies, async (call) => {
    const { access } = await within(call);
    return await listVacancies(call.workspace, access, call.query, clock());
  });
  register(app, life.fillVacancy, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => fillVacancy(trx, access, world, call.params.vacancy, call.body));
  });

  register(app, managers.listTransfers, async (call) => {
    const { access, world } = await within(call);
    return await listTransfers(call.workspace, access, world, call.body);
  });
  register(app, managers.regoalTransfer, async (call) => {
    const { access, world } = await within(call);
    const work = (trx: Parameters<typeof regoal>[0]) => regoal(trx, access, world, call.body);
    return await (call.body.preview ? tryOut(call.workspace, work) : call.workspace.transaction(work));
  });
  register(app, managers.managerGoals, async (call) => managerGoals(await figures(call), call.body));
  register(app, managers.nearChanges, async (call) => nearChanges(await figures(call), call.body));

  register(app, changes.previewGoalChange, async (call) => previewChange(await figures(call), call.body));
  register(app, changes.proposeGoalChange, async (call) => {
    const context = await figures(call);
    return await call.workspace.transaction((trx) => proposeChange(trx, context, call.body));
  });
  register(app, changes.listGoalChanges, async (call) => {
    const { access } = await within(call);
    return await listChanges(call.workspace, access, call.query);
  });
  register(app, changes.getGoalChange, async (call) => {
    const { access } = await within(call);
    return await showChange(call.workspace, access, call.params.change);
  });
  register(app, changes.judgeGoalChange, async (call) => {
    const context = await figures(call);
    return await call.workspace.transaction((trx) => judgeChange(trx, context, call.params.change, call.body));
  });
  register(app, changes.withdrawGoalChange, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => withdrawChange(trx, access, call.params.change));
  });
  register(app, changes.seenGoalChange, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => seeChange(trx, access, call.params.change));
  });

  register(app, odds.goalOdds, async (call) => goalOdds(await figures(call), call.body));
  register(app, odds.reverseFunnelContract, async (call) => proposeActivity(await figures(call), call.body));
}
