import type { CellFault } from "@dabiao/core/imports/read-row.ts";
import { nearest } from "@dabiao/core/imports/similarity.ts";
import type { Option } from "@dabiao/core/model/option.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { ImportWork } from "./import-work.ts";

/** Values that may be meant by the one at fault: names of records and people, labels of options. */
export async function suggestFor(trx: Trx, work: ImportWork, fault: CellFault): Promise<readonly string[]> {
  const column = work.plan.columns.find(({ field }) => field === fault.field);
  const field = fault.field === null ? undefined : work.plan.object.fields.get(fault.field);
  if (!column || !field || fault.value === null) return [];
  if (fault.code === "import_not_found" || fault.code === "import_ambiguous") {
    const link = { column, field, texts: [fault.value] };
    return await work.links.suggest(trx, link, fault.value);
  }
  if (fault.code !== "value_not_option") return [];
  const { options } = field.settings as { options: readonly Option[] };
  const names = options.flatMap(({ label, archived }) => (archived ? [] : [label.zh, label.en ?? label.zh]));
  return nearest(fault.value, [...new Set(names)]);
}
