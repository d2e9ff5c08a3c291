import type { LocalText } from "../platform/text.ts";
import type { SystemField } from "./object.ts";

/** How the columns every record has look as fields: they are filtered, sorted and shown like the company's own. */
export const SYSTEM_FIELD_BODIES: readonly {
  readonly key: SystemField;
  readonly type: string;
  readonly label: LocalText;
}[] = [
  { key: "id", type: "reference", label: { zh: "记录", en: "Record" } },
  { key: "version", type: "integer", label: { zh: "版本", en: "Version" } },
  { key: "owner", type: "member", label: { zh: "负责人", en: "Owner" } },
  { key: "created_at", type: "datetime", label: { zh: "创建时间", en: "Created" } },
  { key: "created_by", type: "member", label: { zh: "创建人", en: "Created by" } },
  { key: "updated_at", type: "datetime", label: { zh: "更新时间", en: "Updated" } },
  { key: "updated_by", type: "member", label: { zh: "更新人", en: "Updated by" } },
  { key: "deleted_at", type: "datetime", label: { zh: "删除时间", en: "Deleted" } },
];
