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

/** Names an object may not have: the product's own tables stand in the same schema. */
export const RESERVED_OBJECTS: ReadonlySet<string> = new Set([
  ..."migration idempotent_answer definition definition_head definition_personal world schema_op object_column".split(
    " ",
  ),
  ..."autonumber config_change member unit membership member_role org_version org_change invitation api_key".split(" "),
  ..."change change_pending ownership record_share record_follow attachment comment mention file timer".split(" "),
  ..."target target_plan target_entry metric_seal metric_cell closed_period split ledger kpi metric".split(" "),
  ..."import import_row import_batch import_mapping webhook webhook_delivery notification job audit session".split(" "),
  ..."appraisal incentive accrual settlement contest award badge process_run approval sla_clock".split(" "),
]);
