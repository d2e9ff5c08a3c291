import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../../platform/postgres/db.ts";

/** The member a link is for. @throws Refusal `link_expired` for one who left meanwhile */
export async function memberForLink(
  ws: Workspace,
  memberId: string,
): Promise<{ name: string; email: string | null; account_id: string | null }> {
  const row = await ws.tables
    .selectFrom("member")
    .select(["name", "email", "account_id"])
    .where("id", "=", memberId)
    .where("state", "<>", "left")
    .executeTakeFirst();
  if (!row) throw new Refusal("link_expired");
  return row;
}
