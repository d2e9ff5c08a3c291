import assert from "node:assert/strict";
import { test } from "node:test";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { PackageBody } from "@dabiao/core/model/package.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { publishBodies } from "../../src/model/draft-store.ts";
import { exportDefinitions, installPackage, previewPackage, uninstallPackage } from "../../src/model/package-store.ts";
import { world } from "../../src/model/world.ts";
import { testWorkspace } from "../support/database.ts";
import { definer, field, objectBody } from "./objects.ts";

const view = { object: "deal", label: { zh: "全部" }, columns: [{ field: ["name"] }] };

function pack(
  version: string,
  deal: unknown,
  more: readonly unknown[] = [{ kind: "view", key: "all_deals", body: view }],
): PackageBody {
  return PackageBody.parse({
    key: "sales",
    version,
    label: { zh: "销售" },
    definitions: [{ kind: "object", key: "deal", body: deal }, ...more],
  });
}

test("an upgrade brings new fields and keeps what the company renamed", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await installPackage(workspace, me, pack("1.0.0", objectBody([field("amount", "money")])));
  const renamed = objectBody([{ ...field("amount", "money"), label: { zh: "合同额" } }, field("own", "text")]);
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body: renamed }], { note: "公司" });
  const next = pack("1.1.0", objectBody([field("amount", "money"), field("stage_note", "text")]));
  const preview = await previewPackage(workspace, me, next);
  assert.deepEqual(
    preview.items.map(({ key, action }) => `${key} ${action}`),
    ["deal merge", "all_deals same"],
  );
  await installPackage(workspace, me, next);
  const fields = (await world(workspace)).get(objectSchema, "deal")?.fields ?? [];
  assert.deepEqual(
    fields.map(({ key, label }) => `${key} ${label.zh}`),
    ["name name 栏", "amount 合同额", "stage_note stage_note 栏", "own own 栏"],
  );
  assert.deepEqual(
    (await previewPackage(workspace, me, next)).items.map(({ conflicts }) => conflicts.length),
    [0, 0],
  );
});

test("where both changed the same, the company's stands unless told otherwise", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await installPackage(workspace, me, pack("1.0.0", objectBody([])));
  await publishBodies(
    workspace,
    me,
    [{ kind: "object", key: "deal", body: objectBody([], { label: { zh: "项目" } }) }],
    { note: "" },
  );
  const next = pack("2.0.0", objectBody([], { label: { zh: "机会" } }));
  await assert.rejects(
    installPackage(workspace, me, next, "refuse"),
    (error) => error instanceof Refusal && error.code === "package_conflict",
  );
  await installPackage(workspace, me, next);
  assert.equal((await world(workspace)).get(objectSchema, "deal")?.label.zh, "项目");
});

test("what a package no longer brings goes, and its removal leaves no table behind when told so", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await installPackage(workspace, me, pack("1.0.0", objectBody([])));
  await installPackage(workspace, me, pack("1.1.0", objectBody([]), []));
  const heads = await workspace.rows(
    sql`select key from ${ident(workspace.schema, "definition_head")} where published is not null`,
  );
  assert.deepEqual(heads, [{ key: "deal" }]);
  await publishBodies(workspace, me, [{ kind: "view", key: "mine", body: view }], { note: "" });
  await assert.rejects(
    uninstallPackage(workspace, me, "sales", true),
    (error) => error instanceof Refusal && error.code === "definition_in_use",
  );
  await publishBodies(
    workspace,
    me,
    [
      { kind: "object", key: "other", body: objectBody([]) },
      { kind: "view", key: "mine", body: { ...view, object: "other" } },
    ],
    { note: "" },
  );
  await uninstallPackage(workspace, me, "sales", true);
  const [table] = await workspace.rows<{ found: boolean }>(
    sql`select to_regclass(${`${workspace.schema}.deal`}) is not null as found`,
  );
  assert.equal(table?.found, false);
  await installPackage(workspace, me, pack("1.0.0", objectBody([])));
  assert.ok((await world(workspace)).get(objectSchema, "deal"));
});

test("an exported package installs into another workspace and gives the same definitions", async (t) => {
  const [one, two] = [await testWorkspace(t), await testWorkspace(t)];
  await installPackage(one.workspace, definer(one.workspace), pack("1.0.0", objectBody([field("amount", "money")])));
  const definitions = await exportDefinitions(one.workspace, definer(one.workspace), undefined);
  const copy = PackageBody.parse({ key: "copy", version: "1.0.0", label: { zh: "副本" }, definitions });
  await installPackage(two.workspace, definer(two.workspace), copy);
  assert.deepEqual(await exportDefinitions(two.workspace, definer(two.workspace), undefined), definitions);
});
