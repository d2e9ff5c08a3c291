import * as contracts from "@dabiao/core/goals/plan-contract.ts";
import type { FastifyInstance } from "fastify";
import { metricContext } from "../metrics/context.ts";
import { accessFor } from "../people/access-for.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { type Call, register } from "../platform/http/register.ts";
import { checkSheet } from "./draft-check.ts";
import { applyDraft } from "./draft-sheet.ts";
import { listEdits } from "./draft-store.ts";
import { discardDraft, editDraft, found, openDraft, publishDraft, readDraft, undoEdit } from "./drafts.ts";
import { visibleSubjects } from "./goal-rights.ts";
import { splitMethods } from "./methods.ts";
import { placeOf } from "./place.ts";
import { readTree } from "./tree.ts";
import { lockPlan, planDiff, planDiffFile, planVersions } from "./versions.ts";

/** The tree of goals, drafts of plans, their versions and differences. */
export function goalPlanRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const within = accessFor(options);
  const contextOf = async (call: Pick<Call<typeof contracts.goalTree>, "workspace" | "actor">) => {
    const { access, world } = await within(call);
    return metricContext(call.workspace, world, access, options.clock(), "company");
  };

  register(app, contracts.goalTree, async (call) => await readTree(await contextOf(call), call.body));
  register(app, contracts.splitMethods, async (call) => await splitMethods(await contextOf(call), call.body));
  register(app, contracts.openDraft, async (call) => await openDraft(await contextOf(call), call.body));
  register(app, contracts.readDraft, async (call) => await readDraft(await contextOf(call), call.params.draft));
  register(app, contracts.draftEdits, async (call) => {
    const context = await contextOf(call);
    const { draft } = await found(context, call.params.draft);
    const visible = visibleSubjects(context.access);
    const page = await listEdits(call.workspace, draft.id, call.query);
    return { ...page, items: page.items.filter(({ edit }) => visible(placeOf(edit.subject, { key: edit.period }))) };
  });
  register(app, contracts.editDraft, async (call) => editDraft(await contextOf(call), call.params.draft, call.body));
  register(app, contracts.undoDraftEdit, async (call) =>
    undoEdit(await contextOf(call), call.params.draft, call.params.edit),
  );
  register(app, contracts.checkDraft, async (call) => {
    const context = await contextOf(call);
    const { draft } = await found(context, call.params.draft);
    const { findings, ...rest } = await checkSheet(
      call.workspace,
      context,
      draft,
      await applyDraft(call.workspace, context, draft),
    );
    return { findings: [...findings], ...rest };
  });
  register(app, contracts.publishDraft, async (call) =>
    publishDraft(await contextOf(call), call.params.draft, call.body),
  );
  register(app, contracts.discardDraft, async (call) => {
    await discardDraft(call.workspace, await contextOf(call), call.params.draft);
    return undefined;
  });
  register(app, contracts.planVersions, async (call) => await planVersions(await contextOf(call), call.body));
  register(app, contracts.planDiff, async (call) => await planDiff(await contextOf(call), call.body));
  register(app, contracts.planDiffFile, async (call) => {
    const lines = await planDiffFile(await contextOf(call), call.body);
    call.reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="targets.csv"');
    return lines;
  });
  register(app, contracts.lockPlan, async (call) => {
    const context = await contextOf(call);
    return await call.workspace.transaction((trx) => lockPlan(trx, context, call.body));
  });
}
