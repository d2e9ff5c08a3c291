import * as contracts from "@dabiao/core/people/contract.ts";
import { demandGrantable } from "@dabiao/core/people/grantable.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { accessFor } from "./access-for.ts";
import { getMember, listMembers } from "./member-list-store.ts";
import * as members from "./member-store.ts";
import * as memberships from "./membership-store.ts";
import { unitsOn } from "./organisation-store.ts";
import { upsertPeople } from "./people-batch.ts";
import type { PeopleOptions } from "./people-options.ts";
import { makeInvite, makePasswordLink } from "./sign-in/link-store.ts";
import * as units from "./unit-store.ts";

/** Members, the units they belong to and when, and links to sign in. */
export function memberRoutes(app: FastifyInstance, options: PeopleOptions): void {
  const { clock } = options;
  const within = accessFor(options);

  register(app, contracts.listMembers, async (call) => {
    const { access } = await within(call);
    return await listMembers(call.workspace, access, call.query, clock());
  });
  register(app, contracts.getMember, async (call) => {
    const { access } = await within(call);
    return await getMember(call.workspace, access, call.params.member, clock());
  });
  register(app, contracts.createMember, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => members.createMember(trx, access, world, call.body));
  });
  register(app, contracts.changeMember, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => members.changeMember(trx, access, call.params.member, call.body));
  });
  register(app, contracts.pasteMembers, async (call) => {
    const { access, world } = await within(call);
    demandGrantable(world, access.permissions, call.body.roleKeys);
    const { rows, roleKeys } = call.body;
    const { made: _made, ...answer } = await call.workspace.transaction((trx) =>
      upsertPeople(trx, access, rows, roleKeys),
    );
    return answer;
  });
  register(app, contracts.leave, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => members.leave(trx, access, call.params.member, call.body.day));
  });
  register(app, contracts.comeBack, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => members.comeBack(trx, access, call.params.member));
  });
  register(app, contracts.putRoles, async (call) => {
    const { access, world } = await within(call);
    const { member } = call.params;
    return await call.workspace.transaction((trx) => members.putRoles(trx, access, world, member, call.body.roleKeys));
  });
  register(app, contracts.invite, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => makeInvite(trx, access, world, call.params.member));
  });
  register(app, contracts.passwordLink, async (call) => {
    const { access, world } = await within(call);
    return await call.workspace.transaction((trx) => makePasswordLink(trx, access, world, call.params.member));
  });

  register(app, contracts.listMemberships, async (call) => ({
    items: await memberships.listMemberships(call.workspace, call.params.member),
  }));
  register(app, contracts.transfer, async (call) => {
    const { access } = await within(call);
    const { member } = call.params;
    return { items: await call.workspace.transaction((trx) => memberships.transfer(trx, access, member, call.body)) };
  });
  register(app, contracts.addMembership, async (call) => {
    const { access } = await within(call);
    const { member } = call.params;
    return {
      items: await call.workspace.transaction((trx) => memberships.addMembership(trx, access, member, call.body)),
    };
  });
  register(app, contracts.correctMembership, async (call) => {
    const { access } = await within(call);
    const { member, membership } = call.params;
    const correct = memberships.correctMembership;
    return { items: await call.workspace.transaction((trx) => correct(trx, access, member, membership, call.body)) };
  });
  register(app, contracts.removeMembership, async (call) => {
    const { access } = await within(call);
    const { member, membership } = call.params;
    const remove = memberships.removeMembership;
    return { items: await call.workspace.transaction((trx) => remove(trx, access, member, membership)) };
  });
  register(app, contracts.memberUnitOn, async (call) => ({
    units: await unitsOn(call.workspace, call.params.member, call.query.day),
  }));

  register(app, contracts.listUnits, async (call) => ({ items: await units.listUnits(call.workspace, clock()) }));
  register(app, contracts.createUnit, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => units.createUnit(trx, access, call.body));
  });
  register(app, contracts.changeUnit, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => units.changeUnit(trx, access, call.params.unit, call.body));
  });
  register(app, contracts.moveUnit, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => units.moveUnit(trx, access, call.params.unit, call.body));
  });
}
