import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { InstantString, Key, LocalText } from "../platform/text.ts";
import { DifferenceShape, IssueShape, KindName, PublishedShape } from "./contract-shapes.ts";
import { PackageBody } from "./package.ts";

const Json = z.json();
const One = z.object({ kind: KindName, key: Key });

const PackageItem = z.object({
  kind: z.string(),
  key: z.string(),
  action: z.enum(["add", "same", "replace", "merge", "remove", "keep"]),
  differences: z.array(DifferenceShape),
  conflicts: z.array(
    z.object({ path: z.array(z.string()), base: Json.nullable(), ours: Json.nullable(), theirs: Json.nullable() }),
  ),
});
export const PackagePreview = z.object({
  items: z.array(PackageItem),
  issues: z.array(IssueShape),
});
export type PackagePreview = z.infer<typeof PackagePreview>;

export const listPackages = contract({
  name: "model.packages",
  method: "GET",
  path: "/packages",
  access: "member",
  summary: "Installed packages",
  response: z.object({
    packages: z.array(z.object({ key: z.string(), version: z.string(), label: LocalText, at: InstantString })),
  }),
});

export const exportPackage = contract({
  name: "model.export",
  method: "POST",
  path: "/packages/export",
  access: "member",
  summary: "Definitions of the workspace as a package",
  body: z.object({
    key: Key,
    version: z.string().max(20).default("1.0.0"),
    label: LocalText,
    /** Which definitions; all when left out. */
    only: z.array(One).max(2000).optional(),
  }),
  response: PackageBody,
});

export const previewPackageContract = contract({
  name: "model.preview_package",
  method: "POST",
  path: "/packages/preview",
  access: "member",
  summary: "What installing a package would change, and where it meets changes of the company",
  body: PackageBody,
  response: PackagePreview,
  bodyLimit: 16 * 1024 * 1024,
});

export const installPackageContract = contract({
  name: "model.install_package",
  method: "PUT",
  path: "/packages/:key",
  access: "member",
  summary: "Install or upgrade a package; the company's own changes stay",
  params: z.object({ key: Key }),
  body: z.object({
    package: PackageBody,
    /** What happens where both changed the same: keep the company's, take the package's, or do nothing at all. */
    conflicts: z.enum(["company", "package", "refuse"]).default("company"),
    /** Why it is installed although a check of a definition says no. */
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ published: z.array(PublishedShape) }),
  bodyLimit: 16 * 1024 * 1024,
});

export const uninstallPackage = contract({
  name: "model.uninstall_package",
  method: "DELETE",
  path: "/packages/:key",
  access: "member",
  summary: "Remove a package's definitions, when nothing outside it uses them",
  params: z.object({ key: Key }),
  query: z.object({ purge: z.enum(["true", "false"]).default("false") }),
  response: z.void(),
});
