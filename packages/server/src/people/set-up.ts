import type { claimSetup } from "@dabiao/core/people/sign-in-contract.ts";
import type { BodyOf, ResultOf } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { dropUnfounded, foundWorkspace } from "../platform/postgres/found-workspace.ts";
import { consumeSetupToken, isSetupToken, isUnclaimed } from "../platform/setup-token-store.ts";
import { foundOrganisation } from "./founding-store.ts";
import type { PeopleOptions } from "./people-options.ts";
import { createAccount, demandStrong } from "./sign-in/account.ts";
import { dropAccount, dropAccountsOfNobody, joinWorkspace } from "./sign-in/account-store.ts";
import { type Exchange, signInWith } from "./sign-in/sign-in.ts";

type Claim = BodyOf<typeof claimSetup>;

/** Sets the company up and signs its administrator in. */
export async function setUp(
  options: PeopleOptions,
  exchange: Exchange,
  claim: Claim,
): Promise<ResultOf<typeof claimSetup>> {
  const made = await claimCompany(options, claim);
  await signInWith(options, exchange, claim);
  return made;
}

/**
 * Makes the company and its first administrator: what the page and the command line both do. What was made is taken
 * back when a later step fails; a new token is printed at the next start.
 *
 * @throws Refusal `setup_claimed`, `setup_token_wrong`, `weak_password`, `unknown_zone`
 */
export async function claimCompany(options: PeopleOptions, claim: Claim): Promise<ResultOf<typeof claimSetup>> {
  const { db } = options;
  if (!(await isUnclaimed(db))) throw new Refusal("setup_claimed");
  if (!(await isSetupToken(db, claim.token))) throw new Refusal("setup_token_wrong", {}, ["body", "token"]);
  const name = claim.name ?? claim.email.split("@")[0]!;
  demandZone(claim.zone);
  demandStrong(claim.password, { email: claim.email, name, company: claim.company });
  if (!(await consumeSetupToken(db, claim.token))) throw new Refusal("setup_claimed");
  return await found(options, { ...claim, name });
}

async function found(options: PeopleOptions, claim: Claim & { name: string }): Promise<ResultOf<typeof claimSetup>> {
  const { db, auth, clock } = options;
  // Nobody has entered any workspace yet, so these are what earlier set-ups left when they were cut short.
  await dropUnfounded(db);
  await dropAccountsOfNobody(db);
  const company = { name: claim.company, kind: "company", zone: claim.zone } as const;
  return await foundWorkspace(db, company, clock(), async (workspace) => {
    await options.equip(workspace);
    const account = await createAccount(auth, claim);
    const joining = workspace.transaction(async (trx) => {
      const { memberId } = await foundOrganisation(trx, claim.company, { name: claim.name, email: claim.email });
      await joinWorkspace(trx, account, memberId);
      return { workspaceId: workspace.id, memberId };
    });
    return await joining.catch(async (error: unknown) => {
      await dropAccount(db, account);
      throw error;
    });
  });
}

function demandZone(zone: string): void {
  if (zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone)) return;
  throw new Refusal("unknown_zone", { zone }, ["body", "zone"]);
}
