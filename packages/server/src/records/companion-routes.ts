import { Refusal } from "@dabiao/core/platform/refusal.ts";
import {
  ATTACHMENT_MAX,
  addAttachmentContract,
  addCommentContract,
  addShareContract,
  deleteAttachmentContract,
  deleteCommentContract,
  deleteShareContract,
  followContract,
  listAttachmentsContract,
  listSharesContract,
  readAttachmentContract,
} from "@dabiao/core/records/companion-contract.ts";
import { fileName, fileType } from "@dabiao/core/records/file-type.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { addAttachment, deleteAttachment, listAttachments, readAttachment } from "./attachment-store.ts";
import { callerAccess } from "./caller-access.ts";
import { addComment, deleteComment } from "./comment-store.ts";
import { FileStore } from "./file-store.ts";
import { placeToEdit } from "./reach.ts";
import { addShare, deleteShare, follow, listShares } from "./share-store.ts";

/** What hangs on a record: comments, files, shares and stars. */
export function companionRoutes(app: FastifyInstance, dataDir: string): void {
  const files = new FileStore(dataDir);
  register(app, addCommentContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => addComment(trx, access, call.params, call.body));
  });
  register(app, deleteCommentContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => deleteComment(trx, access, call.params));
  });
  register(app, listSharesContract, async (call) => ({
    items: await listShares(call.workspace, await callerAccess(call), call.params),
  }));
  register(app, addShareContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => addShare(trx, access, call.params, call.body));
  });
  register(app, deleteShareContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => deleteShare(trx, access, call.params));
  });
  register(app, followContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => follow(trx, access, call.params, call.body.follow));
  });
  register(app, listAttachmentsContract, async (call) => ({
    items: await listAttachments(call.workspace, await callerAccess(call), call.params),
  }));
  register(app, addAttachmentContract, async (call) => {
    const { workspace, params } = call;
    const access = await callerAccess(call);
    await placeToEdit(workspace, access, params);
    const part = await call.request.file();
    if (!part) throw new Refusal("attachment_missing");
    const name = fileName(part.filename);
    let type: string | null = null;
    const { sha256, size } = await files.write(workspace.key, part.file, ATTACHMENT_MAX, (start) => {
      type = fileType(name, start);
      if (type === null) throw new Refusal("attachment_type", { type: name.slice(-20) });
    });
    return workspace.transaction((trx) => addAttachment(trx, access, params, { name, type: type ?? "", sha256, size }));
  });
  register(app, readAttachmentContract, async (call) => {
    const row = await readAttachment(call.workspace, await callerAccess(call), call.params);
    // Always a download and never run: what somebody uploads must not act as this site.
    call.reply
      .type(row.type)
      .header("content-length", row.size)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .header("content-security-policy", "sandbox; default-src 'none'")
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, max-age=0, must-revalidate");
    return files.read(call.workspace.key, row.sha256);
  });
  register(app, deleteAttachmentContract, async (call) => {
    const access = await callerAccess(call);
    return call.workspace.transaction((trx) => deleteAttachment(trx, access, call.params));
  });
}
