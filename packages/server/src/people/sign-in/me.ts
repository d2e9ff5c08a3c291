import type { Me } from "@dabiao/core/people/account.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Account } from "../../platform/http/authenticator.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { resolveAccess } from "../access.ts";
import { getMember } from "../member-list-store.ts";
import type { PeopleOptions } from "../people-options.ts";
import { accountById, workspaceCards } from "./account-store.ts";

interface Caller {
  readonly account: Account;
  readonly workspace: Workspace | null;
  readonly actor: Actor | null;
}

/** Everything the pages need to know of the person at the screen before they show anything. */
export async function readMe(options: PeopleOptions, { account, workspace, actor }: Caller): Promise<Me> {
  const row = await accountById(options.db, account.id);
  const cards = await workspaceCards(options.db, account.id);
  const { name, email } = row;
  const locale = row.locale === "en" ? "en" : "zh-CN";
  return {
    account: { id: account.id, name, email, locale, twoFactor: row.two_factor_enabled },
    workspaces: cards.map(({ zone: _zone, ...card }) => card),
    workspace: cards.find((card) => card.id === workspace?.id) ?? null,
    member: workspace && actor ? await memberOf(options, workspace, actor) : null,
    preview: actor?.kind === "member" && actor.accountId === null ? { memberId: actor.memberId } : null,
  };
}

async function memberOf(options: PeopleOptions, workspace: Workspace, actor: Actor): Promise<Me["member"]> {
  if (actor.memberId === null) return null;
  const access = await resolveAccess(workspace, await options.worldOf(workspace), actor, options.clock());
  const { id, name } = await getMember(workspace, access, actor.memberId, options.clock());
  return { id, name, roleKeys: [...actor.roleKeys], permissions: [...access.permissions] };
}
