import { Readable } from "node:stream";
import * as acts from "@dabiao/core/appraisal/act-contract.ts";
import * as contracts from "@dabiao/core/appraisal/contract.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../people/access-for.ts";
import { recordAudit } from "../people/audit-store.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { register } from "../platform/http/register.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { postAdjustments } from "./adjustments.ts";
import { listAnomalies } from "./anomalies.ts";
import { calibrateSheet } from "./calibrate-act.ts";
import { readCalibration } from "./calibration-view.ts";
import { listCycles } from "./cycle-store.ts";
import { readCycleView } from "./cycle-view.ts";
import { createCycle, stepCycle } from "./cycles.ts";
import { exportCycle } from "./export.ts";
import { signGoal } from "./goal-act.ts";
import { liveScores, myScore, previewCard } from "./live.ts";
import { splitSheet, withdrawSheet } from "./parts-act.ts";
import { printSheet } from "./print.ts";
import { decideProposal, listProposals, proposeAward, proposeOverride } from "./proposal-act.ts";
import { rateSheet } from "./rating-act.ts";
import { answerAppeal, appealResult, confirmResult, recordInterview } from "./result-act.ts";
import type { Room } from "./room.ts";
import { cardsWithPeople, querySheets } from "./sheet-list.ts";
import { visibleCycles } from "./sheet-rights.ts";
import { readWholeSheet } from "./sheet-view.ts";
import type { TargetReader } from "./target-reader.ts";
import { findTasks, reassignTask } from "./tasks.ts";
import { ledMembers } from "./team-store.ts";

/** The printed sheet brings its own style and nothing else. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export interface AppraisalOptions extends Pick<PeopleOptions, "worldOf" | "clock"> {
  readonly readTargets: TargetReader;
}

/** Scorecards, today's scores, cycles with their sheets, and what people do on them. */
export function appraisalRoutes(app: FastifyInstance, options: AppraisalOptions): void {
  const within = accessFor(options);
  const room = async (call: { workspace: Workspace; actor: Actor }): Promise<Room> => ({
    ...(await within(call)),
    ws: call.workspace,
    now: options.clock(),
    readTargets: options.readTargets,
  });
  readRoutes(app, room);
  actRoutes(app, room);
}

type OpenRoom = (call: { workspace: Workspace; actor: Actor }) => Promise<Room>;

function readRoutes(app: FastifyInstance, room: OpenRoom): void {
  register(app, contracts.listCycles, async (call) => {
    const { ws, access } = await room(call);
    return await listCycles(ws, visibleCycles(ws, access), call.query);
  });
  register(app, contracts.createCycle, async (call) => await createCycle(await room(call), call.body));
  register(app, contracts.getCycle, async (call) => await readCycleView(await room(call), call.params.cycleId));
  register(app, contracts.stepCycle, async (call) => await stepCycle(await room(call), call.params.cycleId, call.body));
  register(app, contracts.listSheets, async (call) => await querySheets(await room(call), call.body));
  register(app, contracts.getSheet, async (call) => await readWholeSheet(await room(call), call.params.sheetId));
  register(app, contracts.myScore, async (call) => await myScore(await room(call), call.body.member));
  register(app, contracts.teamScores, async (call) => {
    const open = await room(call);
    const page = await ledMembers(open.ws, open.access, call.body);
    return {
      items: await liveScores(
        open,
        page.items.map(({ id }) => id),
      ),
      next: page.next,
    };
  });
  register(app, contracts.listCards, async (call) => await cardsWithPeople(await room(call)));
  register(app, contracts.previewCard, async (call) => ({ people: await previewCard(await room(call), call.body) }));
  register(app, contracts.listAppraisalTasks, async (call) => await findTasks(await room(call), call.body));
  register(app, contracts.listAnomalies, async (call) => await listAnomalies(await room(call), call.params.cycleId));
  register(app, contracts.calibration, async (call) =>
    readCalibration(await room(call), call.params.cycleId, call.body),
  );
  register(app, contracts.exportSheet, async (call) => {
    const sheet = await readWholeSheet(await room(call), call.params.sheetId);
    call.reply.type("text/html; charset=utf-8").header("content-security-policy", PRINT_POLICY);
    return printSheet(sheet, call.query.locale ?? call.actor.locale);
  });
  register(app, contracts.exportCycle, async (call) => {
    const open = await room(call);
    open.access.demand("export");
    const lines = exportCycle(open, call.params.cycleId, call.query.locale ?? call.actor.locale);
    const first = await lines.next();
    await call.workspace.transaction((trx) =>
      recordAudit(trx, call.actor, { kind: "export", subject: "appraisal", subjectId: call.params.cycleId }),
    );
    call.reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="appraisal.csv"');
    return Readable.from(rest(first, lines));
  });
}

/** The first piece was read before anything was sent, so that a refusal is still an answer. */
async function* rest(first: IteratorResult<string>, lines: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* lines;
}

function actRoutes(app: FastifyInstance, room: OpenRoom): void {
  register(app, acts.signGoal, async (call) => await signGoal(await room(call), call.params.sheetId, call.body));
  register(app, acts.rateSheet, async (call) => await rateSheet(await room(call), call.params.sheetId, call.body));
  register(app, acts.proposeOverride, async (call) =>
    proposeOverride(await room(call), call.params.sheetId, call.body),
  );
  register(
    app,
    acts.proposeAward,
    async (call) => await proposeAward(await room(call), call.params.sheetId, call.body),
  );
  register(app, acts.decideProposal, async (call) =>
    decideProposal(await room(call), call.params.proposalId, call.body),
  );
  register(app, acts.listProposals, async (call) => ({ proposals: await listProposals(await room(call), call.body) }));
  register(app, acts.calibrateSheet, async (call) => calibrateSheet(await room(call), call.params.sheetId, call.body));
  register(app, acts.recordInterview, async (call) =>
    recordInterview(await room(call), call.params.sheetId, call.body),
  );
  register(
    app,
    acts.confirmResult,
    async (call) => await confirmResult(await room(call), call.params.sheetId, call.body),
  );
  register(
    app,
    acts.appealResult,
    async (call) => await appealResult(await room(call), call.params.sheetId, call.body),
  );
  register(
    app,
    acts.answerAppeal,
    async (call) => await answerAppeal(await room(call), call.params.appealId, call.body),
  );
  register(app, acts.splitSheet, async (call) => await splitSheet(await room(call), call.params.sheetId, call.body));
  register(
    app,
    acts.withdrawSheet,
    async (call) => await withdrawSheet(await room(call), call.params.sheetId, call.body),
  );
  register(app, acts.reassignTask, async (call) => await reassignTask(await room(call), call.params.taskId, call.body));
  register(app, acts.postAdjustments, async (call) =>
    postAdjustments(await room(call), call.params.cycleId, call.body.preview),
  );
}
