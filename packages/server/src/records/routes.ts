import {
  bulkUpdateContract,
  countRecordsContract,
  createRecordContract,
  deleteRecordContract,
  exportRecordsContract,
  getRecordContract,
  groupRecordsContract,
  listRecordsContract,
  queryRecordsContract,
  recordIdsContract,
  searchRecordsContract,
  timelineContract,
  undoContract,
  updateRecordContract,
  writeRecordsContract,
} from "@dabiao/core/records/contract.ts";
import { COUNT_MAX } from "@dabiao/core/records/record-query.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import type { FastifyInstance } from "fastify";
import { JsonText } from "../platform/http/json-text.ts";
import { register } from "../platform/http/register.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { updateSelection } from "./bulk-store.ts";
import { type Caller, callerAccess } from "./caller-access.ts";
import { currentReader } from "./current-reader.ts";
import { exportRecords } from "./export-store.ts";
import { groupRecords } from "./group-store.ts";
import { countRecords, getRecordText, listRecordsText, recordIds } from "./list-store.ts";
import { searchRecords } from "./search-store.ts";
import { objectOf } from "./sql/reader.ts";
import { readTimeline } from "./timeline-store.ts";
import { undoBatch } from "./undo-store.ts";
import { isOneStatement, writeRecords } from "./write-store.ts";

export function recordRoutes(app: FastifyInstance): void {
  register(app, exportRecordsContract, async (call) => {
    const { object } = call.params;
    const lines = await exportRecords(call.workspace, await callerAccess(call), { ...call.query.q, object });
    call.reply.type("text/csv; charset=utf-8").header("content-disposition", `attachment; filename="${object}.csv"`);
    return lines;
  });
  register(
    app,
    listRecordsContract,
    async (call) =>
      new JsonText(
        await listRecordsText(call.workspace, await callerAccess(call), { ...call.query.q, ...call.params }),
      ),
  );
  register(
    app,
    queryRecordsContract,
    async (call) =>
      new JsonText(await listRecordsText(call.workspace, await callerAccess(call), { ...call.body, ...call.params })),
  );
  register(app, countRecordsContract, async (call) =>
    countRecords(call.workspace, await callerAccess(call), { ...call.body, ...call.params }),
  );
  register(app, groupRecordsContract, async (call) =>
    groupRecords(call.workspace, await callerAccess(call), { ...call.body, ...call.params }),
  );
  register(app, recordIdsContract, async (call) => {
    const ids = await recordIds(
      call.workspace,
      await callerAccess(call),
      { ...call.body, ...call.params },
      COUNT_MAX + 1,
    );
    return { ids: ids.slice(0, COUNT_MAX), capped: ids.length > COUNT_MAX };
  });
  register(app, getRecordContract, async (call) => {
    const { object, id } = call.params;
    const deleted = call.query.deleted === "true";
    return new JsonText(await getRecordText(call.workspace, await callerAccess(call), object, id, { deleted }));
  });
  register(app, createRecordContract, (call) => {
    const { values, id } = call.body;
    return writeOne(call, call.params.object, { op: "create", values, ...(id ? { id } : {}) });
  });
  register(app, updateRecordContract, (call) => {
    const { values, version } = call.body;
    const op = { op: "update", id: call.params.id, values, ...(version === undefined ? {} : { version }) } as const;
    return writeOne(call, call.params.object, op);
  });
  register(app, deleteRecordContract, (call) =>
    writeOne(call, call.params.object, { op: "delete", id: call.params.id }),
  );
  register(app, writeRecordsContract, async (call) => {
    const { ops, onError } = call.body;
    const result = await write(call, call.params.object, ops, onError);
    return { ...result, cause: call.actor.requestId };
  });
  register(app, bulkUpdateContract, async (call) => {
    const access = await callerAccess(call);
    const selection = { ...call.body.selection, ...call.params };
    const { change, expected } = call.body;
    const result = await call.workspace.transaction((trx) => updateSelection(trx, access, selection, change, expected));
    return { ...result, cause: call.actor.requestId };
  });
  register(app, undoContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => undoBatch(trx, access, call.body.cause));
  });
  register(app, searchRecordsContract, async (call) => {
    const { q, objects } = call.query;
    return { groups: await searchRecords(call.workspace, await callerAccess(call), q, objects?.split(",")) };
  });
  register(app, timelineContract, async (call) =>
    readTimeline(call.workspace, await callerAccess(call), call.params.object, call.params.id, call.query),
  );
}

async function writeOne(call: Caller, object: string, op: WriteOp) {
  const { records } = await write(call, object, [op], "refuse");
  const [record] = records;
  if (!record) throw new Error("a write that was not refused gave no record");
  return record;
}

async function write(call: Caller, object: string, ops: readonly WriteOp[], onError: "refuse" | "collect") {
  const access = await callerAccess(call);
  const { source, requestId: cause } = call.actor;
  const batch = { object, ops, onError, source, cause, lenient: source === "ui" } as const;
  const { world } = await currentReader(call.workspace, access);
  const inOne = (trx: Trx) => writeRecords(trx, access, batch);
  return isOneStatement(objectOf(world, object), batch)
    ? call.workspace.oneWrite(inOne)
    : call.workspace.transaction(inOne);
}
