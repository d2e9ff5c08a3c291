import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { InstantString } from "../platform/text.ts";
import { RecordParams } from "./contract.ts";

/** Largest file a record takes, in bytes. */
export const ATTACHMENT_MAX = 50 * 1024 * 1024;

const member = { access: "member" } as const;
const ItemParams = RecordParams.extend({ itemId: z.uuid() });

export const Comment = z.object({
  id: z.uuid(),
  body: z.string(),
  mentions: z.array(z.uuid()),
  createdAt: InstantString,
  createdBy: z.uuid().nullable(),
});
export type Comment = z.infer<typeof Comment>;

export const addCommentContract = contract({
  ...member,
  name: "records.comment",
  method: "POST",
  path: "/objects/:object/records/:id/comments",
  summary: "Comment on a record; those mentioned find it in their inbox",
  params: RecordParams,
  body: z.object({ body: z.string().trim().min(1).max(10_000), mentions: z.array(z.uuid()).max(50).default([]) }),
  response: Comment,
});

export const deleteCommentContract = contract({
  ...member,
  name: "records.delete_comment",
  method: "DELETE",
  path: "/objects/:object/records/:id/comments/:itemId",
  summary: "Take back one's own comment",
  params: ItemParams,
  response: z.object({ id: z.uuid() }),
});

export const Attachment = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  type: z.string(),
  createdAt: InstantString,
  createdBy: z.uuid().nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

export const listAttachmentsContract = contract({
  ...member,
  name: "records.attachments",
  method: "GET",
  path: "/objects/:object/records/:id/attachments",
  summary: "The files of a record",
  params: RecordParams,
  response: z.object({ items: z.array(Attachment) }),
});

export const addAttachmentContract = contract({
  ...member,
  name: "records.attach",
  method: "POST",
  path: "/objects/:object/records/:id/attachments",
  summary: "Attach a file, sent as multipart form data",
  params: RecordParams,
  response: Attachment,
  transport: "upload",
});

export const readAttachmentContract = contract({
  ...member,
  name: "records.attachment",
  method: "GET",
  path: "/objects/:object/records/:id/attachments/:itemId",
  summary: "The content of a file",
  params: ItemParams,
  response: z.unknown(),
  transport: "stream",
});

export const deleteAttachmentContract = contract({
  ...member,
  name: "records.detach",
  method: "DELETE",
  path: "/objects/:object/records/:id/attachments/:itemId",
  summary: "Take a file off a record",
  params: ItemParams,
  response: z.object({ id: z.uuid() }),
});

export const Share = z.object({
  id: z.uuid(),
  granteeKind: z.enum(["member", "unit"]),
  granteeId: z.uuid(),
  access: z.enum(["read", "write"]),
  until: InstantString.nullable(),
  reason: z.string(),
  createdAt: InstantString,
  createdBy: z.uuid().nullable(),
});
export type Share = z.infer<typeof Share>;

export const listSharesContract = contract({
  ...member,
  name: "records.shares",
  method: "GET",
  path: "/objects/:object/records/:id/shares",
  summary: "Whom a record is shared with",
  params: RecordParams,
  response: z.object({ items: z.array(Share) }),
});

export const addShareContract = contract({
  ...member,
  name: "records.share",
  method: "POST",
  path: "/objects/:object/records/:id/shares",
  summary: "Share a record with a person or a unit; sharing again replaces",
  params: RecordParams,
  body: z.object({
    granteeKind: z.enum(["member", "unit"]),
    granteeId: z.uuid(),
    access: z.enum(["read", "write"]).default("read"),
    until: InstantString.nullable().default(null),
    reason: z.string().trim().min(1).max(500),
  }),
  response: Share,
});

export const deleteShareContract = contract({
  ...member,
  name: "records.unshare",
  method: "DELETE",
  path: "/objects/:object/records/:id/shares/:itemId",
  summary: "End a share",
  params: ItemParams,
  response: z.object({ id: z.uuid() }),
});

export const followContract = contract({
  ...member,
  name: "records.follow",
  method: "PUT",
  path: "/objects/:object/records/:id/follow",
  summary: "Star a record, or no longer",
  params: RecordParams,
  body: z.object({ follow: z.boolean() }),
  response: z.object({ follow: z.boolean() }),
});
