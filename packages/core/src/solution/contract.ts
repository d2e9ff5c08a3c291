import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Key, LocalText } from "../platform/text.ts";

const workspace = z.object({ workspaceId: z.uuid() });

/** A package of definitions that ships with the product and can be taken as the start of a company's own. */
export const Solution = z.object({
  key: Key,
  label: LocalText,
  description: LocalText,
  objects: z.number().int(),
  metrics: z.number().int(),
  installed: z.boolean(),
});
export type Solution = z.infer<typeof Solution>;

export const listSolutions = contract({
  name: "solution.list",
  method: "GET",
  path: "/solutions",
  access: "member",
  summary: "Solutions that can be installed, and whether they are",
  response: z.object({ items: z.array(Solution) }),
});

export const installSolution = contract({
  name: "solution.install",
  method: "PUT",
  path: "/solutions/:key",
  access: "member",
  summary: "Install a solution: its objects, views, metrics and KPIs. Installing again changes nothing of one's own",
  params: z.object({ key: Key }),
  response: z.object({ installed: z.number().int(), unchanged: z.number().int() }),
});

export const loadDemo = contract({
  name: "demo.load",
  method: "POST",
  path: "/demo",
  access: "account",
  summary: "Make the demo company, a workspace of its own, and enter it",
  response: workspace,
});

export const removeDemo = contract({
  name: "demo.remove",
  method: "DELETE",
  path: "/demo",
  access: "account",
  summary: "Remove the demo company without traces and return to one's own",
  response: z.object({ workspaceId: z.uuid().nullable() }),
});
