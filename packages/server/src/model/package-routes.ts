import * as contracts from "@dabiao/core/model/package-contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { exportDefinitions, installPackage, listInstalled, previewPackage, uninstallPackage } from "./package-store.ts";
import type { ModelOptions } from "./routes.ts";

/** Packages over HTTP: what is installed, preview, install and upgrade, export, removal. */
export function packageRoutes(app: FastifyInstance, { accessOf, behind, checks = [] }: ModelOptions): void {
  register(app, contracts.listPackages, async (call) => {
    const { access } = await accessOf(call);
    return { packages: await listInstalled(call.workspace, access) };
  });
  register(app, contracts.exportPackage, async (call) => {
    const { access } = await accessOf(call);
    const { key, version, label, only } = call.body;
    return { key, version, label, definitions: await exportDefinitions(call.workspace, access, only) };
  });
  register(app, contracts.previewPackageContract, async (call) => {
    const { access } = await accessOf(call);
    return previewPackage(call.workspace, access, call.body);
  });
  register(app, contracts.installPackageContract, async (call) => {
    const { access } = await accessOf(call);
    const { package: pack, conflicts, reason } = call.body;
    if (pack.key !== call.params.key) throw new Refusal("invalid_value", { reason: "key" }, ["body", "package", "key"]);
    const published = await installPackage(call.workspace, access, pack, conflicts, { checks, reason });
    await behind(call.workspace);
    return { published };
  });
  register(app, contracts.uninstallPackage, async (call) => {
    const { access } = await accessOf(call);
    await uninstallPackage(call.workspace, access, call.params.key, call.query.purge === "true");
  });
}
