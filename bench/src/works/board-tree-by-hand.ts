/** The KPIs of the tree: two sums and a count of won deals, a rate, and a count by another date. */
export const TREE_KPIS = ["won_amount", "won_count", "win_rate", "engaged_count", "average_won"] as const;

/**
 * The same cells by hand, as well as we know: deals that closed are read once for four KPIs, new ones once for the
 * fifth, both by the covering indexes the product keeps; people are rolled up to units once; targets are added up
 * from the ledger.
 *
 * Parameters: the month's first day, the first day after it, its key.
 */
export function treeByHand(schema: string): string {
  const values = `sum(won) as won, sum(won_n) as won_n, sum(closed_n) as closed_n, sum(engaged_n) as engaged_n`;
  const answers = `won::text as won_amount, won_n::text as won_count, (won_n / nullif(closed_n, 0))::text as win_rate,
    engaged_n::text as engaged_count, (won / nullif(won_n, 0))::text as average_won`;
  return `
    with closed as (
      select owner, count(*) as closed_n from ${schema}.opportunity
      where deleted_at is null and stage in ('won', 'lost') and closed_on >= $1::date and closed_on < $2::date group by owner),
    won as (
      select owner, sum(amount) as won, count(*) as won_n from ${schema}.opportunity
      where deleted_at is null and stage = 'won' and closed_on >= $1::date and closed_on < $2::date group by owner),
    engaged as (
      select owner, count(*) as engaged_n from ${schema}.opportunity
      where deleted_at is null and engaged_on >= $1::date and engaged_on < $2::date group by owner),
    person as materialized (
      select p.id, w.won, w.won_n, c.closed_n, e.engaged_n from ${schema}.member p
      left join won w on w.owner = p.id left join closed c on c.owner = p.id left join engaged e on e.owner = p.id),
    target as (
      select l.kpi, l.subject_kind, l.subject_id, sum(l.amounts[f.place]) as amount
      from (select f.id, u.place::int from ${schema}.target_frame f, unnest(f.names) with ordinality u (name, place) where u.name = $3) f
      join ${schema}.target_line l on l.frame_id = f.id
      where l.account = 'target' and l.slice = '' and l.kpi = any ('{${TREE_KPIS.join(",")}}') group by 1, 2, 3)
    select 'member' as kind, id, null::text as kpi, ${answers}, null as target from person
    union all
    select 'unit', t.id, null, ${answers}, null from (
      select u.ancestor_id as id, ${values} from person p
      join ${schema}.membership m on m.member_id = p.id and m.kind = 'primary' and m.from_day <= $1::date and (m.to_day is null or m.to_day > $1::date)
      join ${schema}.unit_path u on u.unit_id = m.unit_id and u.from_day <= $1::date and (u.to_day is null or u.to_day > $1::date)
      group by 1) t
    union all
    select 'company', null, null, ${answers}, null from (select ${values} from person) t
    union all
    select subject_kind, subject_id, kpi, null, null, null, null, null, amount::text from target`;
}
