import { SYSTEM_FIELDS } from "./object.ts";

/** Names a field may not have: columns every table has, or that PostgreSQL keeps for itself. */
export const RESERVED_FIELDS: ReadonlySet<string> = new Set([
  ...SYSTEM_FIELDS,
  "search",
  "tableoid",
  "xmin",
  "cmin",
  "xmax",
  "cmax",
  "ctid",
]);

/** Names an object may not have: the product's own tables stand in the same schema. A test holds the list complete. */
export const RESERVED_OBJECTS: ReadonlySet<string> = new Set([
  ..."migration definition definition_head definition_personal installed_package world object_column".split(" "),
  ..."schema_op autonumber member unit unit_parent unit_path membership member_role org_version audit_event".split(" "),
  ..."change change_pending ownership record_share record_follow attachment comment mention file timer".split(" "),
  ..."metric_month metric_seal target target_plan target_node target_entry target_posting closed_period".split(" "),
  ..."import import_batch import_chunk import_row import_mapping webhook webhook_delivery notification".split(" "),
  ..."manual_figure manual_reminder".split(" "),
]);
