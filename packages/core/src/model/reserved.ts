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
  ..."metric_month metric_seal target target_plan target_posting closed_period".split(" "),
  ..."target_frame target_book target_line target_split target_lock target_plan_lock target_draft".split(" "),
  ..."target_draft_edit target_commit target_commit_step target_shared".split(" "),
  ..."import import_batch import_chunk import_row import_mapping webhook webhook_delivery notification".split(" "),
  ..."absence member_ramp target_settled goal_change goal_change_verdict goal_change_line".split(" "),
  ..."goal_transfer goal_vacancy".split(" "),
  ..."manual_figure manual_reminder".split(" "),
  ..."appraisal_cycle appraisal_card appraisal_sheet appraisal_part appraisal_line appraisal_rating".split(" "),
  ..."appraisal_proposal appraisal_result appraisal_adjustment appraisal_task appraisal_signature".split(" "),
  ..."appraisal_appeal appraisal_event".split(" "),
]);
