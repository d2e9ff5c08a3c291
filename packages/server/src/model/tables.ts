import type { Override } from "./publish-check.ts";

/** Rows of the model's fixed tables. */
export interface DefinitionRow {
  kind: string;
  key: string;
  version: number;
  body: unknown;
  layer: "package" | "company";
  effective_from: Date;
  by_member: string | null;
  at: Date;
  note: string;
  override: Override | null;
}

export interface DefinitionHeadRow {
  kind: string;
  key: string;
  published: number | null;
  last: number;
  draft: unknown;
  draft_base: number | null;
  draft_by: string | null;
  draft_at: Date | null;
  package: string | null;
  package_base: number | null;
  building: number | null;
}

export interface ObjectColumnRow {
  object: string;
  name: string;
  field: string;
  type: string;
  state: "live" | "building" | "retired" | "free";
  at: Date;
}

export interface SchemaOpRow {
  id: string;
  kind: string;
  object: string;
  payload: unknown;
  state: "pending" | "running" | "done" | "failed";
  done: string | number;
  total: string | number | null;
  error: unknown;
  by_member: string | null;
  at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    definition: DefinitionRow;
    definition_head: DefinitionHeadRow;
    definition_personal: { member_id: string; kind: string; key: string; body: unknown; at: Date };
    installed_package: { key: string; version: string; label: unknown; at: Date; by_member: string | null };
    world: { singleton: boolean; version: string | number };
    object_column: ObjectColumnRow;
    schema_op: SchemaOpRow;
    autonumber: { object: string; field: string; period: string; last: string | number };
  }
}
