import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../people/access.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { PartRow, SheetRow } from "./sheet-store.ts";

/** Whether the reader may see everybody's appraisals (F11: only named roles). */
export function seesAllSheets(access: Access): boolean {
  return access.can("appraisal.manage") || access.can("appraisal.read_all");
}

/**
 * Sheets a reader may see, over the alias `s`: the own, those of people whose unit they led in the period (or a unit above
 * it), or all. Who leads the unit today makes no difference, and neither does sitting in it.
 */
export function visibleSheets(on: Runner, access: Access): Sql {
  if (seesAllSheets(access)) return sql`true`;
  if (access.memberId === null) return sql`false`;
  const me = access.memberId;
  return sql`(s.member_id = ${me}::uuid or exists (select from ${ident(on.schema, "appraisal_part")} v
    where v.sheet_id = s.id and ${me}::uuid = any(v.leaders)))`;
}

/** The same, and sheets somebody was asked to rate: of these a rater sees only what is to be rated. */
export function openSheets(on: Runner, access: Access): Sql {
  if (access.memberId === null || seesAllSheets(access)) return visibleSheets(on, access);
  return sql`(${visibleSheets(on, access)} or exists (select from ${ident(on.schema, "appraisal_task")} k
    where k.sheet_id = s.id and k.assignee_id = ${access.memberId}::uuid))`;
}

/** Cycles over the alias `c` in which a reader sees a sheet or has something to do. */
export function visibleCycles(on: Runner, access: Access): Sql {
  if (seesAllSheets(access)) return sql`true`;
  return sql`(c.state <> 'draft' and exists (select from ${ident(on.schema, "appraisal_sheet")} s
    where s.cycle_id = c.id and ${openSheets(on, access)}))`;
}

/** How a reader stands to a sheet. */
export interface Sight {
  readonly own: boolean;
  readonly manager: boolean;
  /** Leads the unit or one above it in the period. */
  readonly leads: boolean;
  readonly hr: boolean;
  /** Sees all of it; who does not was only asked to rate. */
  readonly whole: boolean;
}

export function sightOf(access: Access, sheet: SheetRow, parts: readonly PartRow[]): Sight {
  const me = access.memberId;
  const own = me !== null && sheet.memberId === me;
  const leads = me !== null && !own && parts.some(({ leaders }) => leaders.includes(me));
  const hr = access.can("appraisal.manage") && !own;
  return {
    own,
    manager: me !== null && parts.some(({ leaders }) => leaders[0] === me),
    leads,
    hr,
    whole: own || leads || hr || seesAllSheets(access),
  };
}

/** Nobody scores, approves or decides about themselves. */
export function demandOther(access: Access, sheet: Pick<SheetRow, "memberId">): string {
  if (access.memberId === null) throw new Refusal("forbidden", { what: "appraisal" });
  if (access.memberId === sheet.memberId) throw new Refusal("own_sheet");
  return access.memberId;
}

export function demandSelf(access: Access, sheet: Pick<SheetRow, "memberId">): string {
  if (access.memberId === null || access.memberId !== sheet.memberId) throw new Refusal("not_found", { what: "sheet" });
  return access.memberId;
}
