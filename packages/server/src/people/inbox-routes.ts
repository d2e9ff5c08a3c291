import * as contracts from "@dabiao/core/people/inbox-contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { accessFor } from "./access-for.ts";
import { countUnread, listNotices, markRead } from "./notice-store.ts";
import type { PeopleOptions } from "./people-options.ts";

/** A member's own inbox. */
export function inboxRoutes(app: FastifyInstance, options: PeopleOptions): void {
  const within = accessFor(options);
  const ownId = async (call: Parameters<typeof within>[0]) => {
    const { memberId } = (await within(call)).access;
    if (memberId === null) throw new Refusal("not_found", { what: "inbox" });
    return memberId;
  };

  register(app, contracts.listInbox, async (call) => listNotices(call.workspace, await ownId(call), call.query));
  register(app, contracts.countInbox, async (call) => ({
    unread: await countUnread(call.workspace, await ownId(call)),
  }));
  register(app, contracts.readInbox, async (call) => {
    const memberId = await ownId(call);
    return await call.workspace.transaction(async (trx) => {
      await markRead(trx, memberId, call.body.ids, call.body.read);
      return { unread: await countUnread(trx, memberId) };
    });
  });
}
