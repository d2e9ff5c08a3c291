import {
  cancelImport as cancelContract,
  checkImport as checkContract,
  errorFile as errorContract,
  listImports as listContract,
  previewImport as previewContract,
  readImport as readContract,
  runImport as runContract,
  suggestMapping as suggestContract,
  undoImport as undoContract,
  uploadImport as uploadContract,
} from "@dabiao/core/imports/contract.ts";
import type { Import } from "@dabiao/core/imports/import.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { type Caller, callerAccess } from "../records/caller-access.ts";
import { errorFile } from "./error-file.ts";
import { findImport, listImports, publicImport } from "./import-store.ts";
import { previewImport } from "./preview-import.ts";
import { receiveUpload } from "./receive-upload.ts";
import type { ImportPlace, ImportsRoom } from "./room.ts";
import { cancelImport, startCheck, startReading, startRun } from "./start-work.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { undoImport } from "./undo-import.ts";
import { workImport } from "./work-import.ts";

/** Files up to this size are read before the answer; larger ones behind it. */
const READ_AT_ONCE = 4 * 1024 * 1024;

export function importRoutes(app: FastifyInstance, room: ImportsRoom): void {
  const place = ({ workspace }: Caller): ImportPlace => ({ ...room, workspace });
  const shown = async (call: Caller, id: string): Promise<Import> =>
    publicImport(await findImport(call.workspace, id, room.clock()));

  register(app, uploadContract, async (call) => {
    const access = await mayImport(call);
    const id = await receiveUpload(place(call), access.actor, call.request);
    const { bytes, format } = await shown(call, id);
    if (bytes <= READ_AT_ONCE && format === "csv") await workImport(place(call), id);
    else await startReading(place(call), id);
    return await shown(call, id);
  });
  register(app, listContract, async (call) => {
    await mayImport(call);
    return await listImports(call.workspace, call.query, room.clock());
  });
  register(app, readContract, async (call) => {
    await mayImport(call);
    return await shown(call, call.params.id);
  });
  register(app, suggestContract, async (call) => {
    const { sheet, object } = call.query;
    return await suggestMapping(place(call), await mayImport(call), call.params.id, sheet, object);
  });
  register(app, checkContract, async (call) => {
    await startCheck(place(call), await mayImport(call), call.params.id, call.body);
    return await shown(call, call.params.id);
  });
  register(app, previewContract, async (call) => {
    await mayImport(call);
    return { rows: await previewImport(place(call), call.params.id, call.query.rows, call.actor.locale) };
  });
  register(app, runContract, async (call) => {
    await startRun(place(call), await mayImport(call), call.params.id);
    return await shown(call, call.params.id);
  });
  register(app, cancelContract, async (call) => {
    await cancelImport(place(call), await mayImport(call), call.params.id);
    return await shown(call, call.params.id);
  });
  register(app, undoContract, async (call) => undoImport(place(call), await mayImport(call), call.params.id));
  register(app, errorContract, async (call) => {
    await mayImport(call);
    const { name, content } = await errorFile(place(call), call.params.id, call.actor.locale);
    call.reply.type("text/csv; charset=utf-8");
    call.reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return call.reply.send(content) as never;
  });
}

async function mayImport(call: Caller) {
  const access = await callerAccess(call);
  access.demand("import");
  return access;
}
