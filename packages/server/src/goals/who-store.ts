import type { Subject } from "@dabiao/core/goals/target.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Everybody and every unit that a text may stand for. */
export type WhoIs = (text: string) => readonly Subject[];

const UNITS_MAX = 5_000;

/**
 * Resolves texts of a quota list: `*` is the company; then ids, employee numbers and e-mails, members' names, units'
 * names and paths such as `东区/1 队`. A more exact reading goes before a looser one.
 */
export async function whoIs(on: Runner, texts: readonly string[]): Promise<WhoIs> {
  const wanted = [...new Set(texts)];
  const table = (name: string) => ident(on.schema, name);
  const members = await on.rows<{ text: string; id: string; exact: boolean; left: boolean }>(sql`
    select x.text, m.id, (m.employee_no = x.text or lower(m.email) = lower(x.text) or m.id::text = lower(x.text)) is true as exact, m.state = 'left' as left
    from unnest(${wanted}::text[]) x (text)
    join ${table("member")} m on m.name = x.text or lower(m.email) = lower(x.text) or m.employee_no = x.text or m.id::text = lower(x.text)`);
  const units = await on.rows<{ id: string; name: string; parentId: string | null; archived: boolean }>(sql`
    select id, name, parent_id as "parentId", archived from ${table("unit")} order by archived, id limit ${UNITS_MAX}`);
  const byText = Map.groupBy(members, ({ text }) => text);
  const unitsByPath = pathsOf(units);
  return (text) => {
    if (text === "*") return [{ kind: "company" }];
    const people = byText.get(text) ?? [];
    const exact = people.filter((each) => each.exact);
    if (exact.length > 0) return exact.map(({ id }) => ({ kind: "member", id }));
    const path = unitsByPath.get(text.replaceAll(/\s*[/／>]\s*/g, "/"));
    const here = people.filter(({ left }) => !left);
    const named = (here.length > 0 ? here : people).map(({ id }): Subject => ({ kind: "member", id }));
    return [...named, ...(path ?? []).map((id): Subject => ({ kind: "unit", id }))];
  };
}

/** Units by every end of their path: `1 队`, `东区/1 队`, `公司/东区/1 队`; one in use goes before archived ones. */
function pathsOf(
  units: readonly { id: string; name: string; parentId: string | null; archived: boolean }[],
): Map<string, string[]> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const paths = new Map<string, string[]>();
  const archived = new Set(units.filter((unit) => unit.archived).map(({ id }) => id));
  for (const unit of units) {
    paths.set(unit.id, [unit.id]);
    let path = unit.name;
    for (let depth = 0, above = byId.get(unit.parentId ?? ""); depth < 13; depth++) {
      const known = paths.get(path) ?? [];
      if (!archived.has(unit.id) || known.length === 0) paths.set(path, [...known, unit.id]);
      if (!above) break;
      path = `${above.name}/${path}`;
      above = byId.get(above.parentId ?? "");
    }
  }
  return paths;
}
