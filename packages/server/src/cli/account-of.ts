import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { accountByEmail } from "../people/sign-in/account-store.ts";
import type { Db } from "../platform/postgres/db.ts";

/**
 * The account that signs in with that e-mail address, however it is capitalised.
 * @throws Refusal `not_found`
 */
export async function accountOf(db: Db, email: unknown): Promise<{ id: string; name: string; email: string }> {
  const account = await accountByEmail(db, String(email).trim().toLowerCase());
  if (!account) throw new Refusal("not_found", { what: `account ${String(email)}` });
  return account;
}
