import { raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { CreditSql } from "./credit.ts";

/** Everything that makes facts of records: where they come from, what they are worth, whose and when. */
export interface FactsSql {
  readonly relation: Sql;
  readonly joins: Sql;
  readonly conditions: Sql;
  readonly credit: CreditSql;
  readonly day: Sql;
  readonly value: Sql | null;
  readonly weight: Sql | null;
  /** Values of the asked-for field dimensions, as text. */
  readonly cuts: readonly Sql[];
  /** Decimals to which a split value is shared out. */
  readonly decimals: number;
}

/**
 * The facts of a metric: rows of id, member, day, v (value), w (weight), n (how much of one record this is) and
 * c0 … (cuts). A record gives one fact, or with split credit one per split row. Columns nobody asks for cost
 * nothing: PostgreSQL drops them when it flattens the subquery, which is what keeps a board an index-only scan.
 */
export function factsSql(facts: FactsSql): Sql {
  const { credit } = facts;
  const cuts = facts.cuts.map((cut, index) => sql`, (${cut})::text as ${raw(`c${index}`)}`);
  const columns = sql`r.id, ${credit.member} as member, ${facts.day} as day, ${facts.value ?? raw("null::numeric")} as v, ${facts.weight ?? raw("null::numeric")} as w`;
  const where = credit.where ? sql`${facts.conditions} and ${credit.where}` : facts.conditions;
  const from = sql`from ${facts.relation} r${facts.joins}${credit.joins} where ${where}`;
  if (!credit.share) return sql`select ${columns}, 1::numeric as n${spread(cuts)} ${from}`;
  const rows = sql`select ${columns}, ${credit.share.percent} as percent, ${credit.share.row} as share_row${spread(cuts)} ${from}`;
  return credit.share.overlay ? overlayShares(rows, facts) : exactShares(rows, facts);
}

function spread(fragments: readonly Sql[]): Sql {
  return fragments.reduce((all, fragment) => sql`${all}${fragment}`, raw(""));
}

function overlayShares(rows: Sql, facts: FactsSql): Sql {
  return sql`select t.id, t.member, t.day, round(t.v * t.percent / 100, ${raw(String(facts.decimals))}) as v, t.w, t.percent / 100 as n${carried(facts)} from (${rows}) t`;
}

/** K-06 by G-04: shares in smallest units by largest remainder; ties go to the larger percent, then to the smaller id. */
function exactShares(rows: Sql, facts: FactsSql): Sql {
  const factor = raw(`${10 ** facts.decimals}::numeric`);
  const quotas = sql`select t.*, abs(t.v) * ${factor} as whole,
      abs(t.v) * ${factor} * t.percent / nullif(sum(t.percent) over (partition by t.id), 0) as quota from (${rows}) t`;
  const ranked = sql`select q.*, sum(floor(q.quota)) over (partition by q.id) as given,
      row_number() over (partition by q.id order by q.quota - floor(q.quota) desc, q.percent desc, q.share_row) as place from (${quotas}) q`;
  const share = sql`floor(k.quota) + case when k.place <= floor(k.whole - k.given) then 1 else 0 end + case when k.place = 1 then k.whole - floor(k.whole) else 0 end`;
  return sql`select k.id, k.member, k.day, sign(k.v) * (${share}) / ${factor} as v, k.w, k.percent / 100 as n${carried(facts)} from (${ranked}) k`;
}

function carried(facts: FactsSql): Sql {
  return raw(facts.cuts.map((_, index) => `, c${index}`).join(""));
}
