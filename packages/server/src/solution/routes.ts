import * as contracts from "@dabiao/core/solution/contract.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../people/access-for.ts";
import { register } from "../platform/http/register.ts";
import { type DemoOptions, loadDemo, removeDemo } from "./demo-company.ts";
import { companyOf } from "./demo-store.ts";
import { installSolution, listSolutions } from "./solutions.ts";

export function solutionRoutes(app: FastifyInstance, options: DemoOptions): void {
  const accessOf = accessFor(options);
  register(app, contracts.listSolutions, async (call) => {
    const { access } = await accessOf(call);
    return { items: await listSolutions(call.workspace, access) };
  });
  register(app, contracts.installSolution, async (call) => {
    const { access } = await accessOf(call);
    return installSolution(call.workspace, access, call.params.key);
  });
  register(app, contracts.loadDemo, async ({ account }) => ({ workspaceId: await loadDemo(options, account) }));
  register(app, contracts.removeDemo, async ({ account }) => {
    await removeDemo(options, account.id);
    return { workspaceId: await companyOf(options.db, account.id) };
  });
}
