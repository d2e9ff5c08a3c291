import type { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../../platform/id.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";

/**
 * Notes that people's targets of a period were made for a share of a full one, such as by a split by capacity or once a
 * newcomer's gap was given to others: from then on that share of it is the target whole.
 */
export async function settleShares(
  trx: Trx,
  kpi: string,
  period: string,
  shares: readonly { readonly memberId: string; readonly share: Decimal }[],
): Promise<void> {
  if (shares.length === 0) return;
  await trx.rows(sql`insert into ${ident(trx.schema, "target_settled")} (id, kpi, period, member_id, share, at)
    select g.id, ${kpi}, ${period}, g.member, g.share, ${trx.now}::timestamptz
    from unnest(${shares.map(() => newId(trx.now))}::uuid[], ${shares.map(({ memberId }) => memberId)}::uuid[],
      ${shares.map(({ share }) => share.toFixed())}::numeric[]) as g (id, member, share)`);
}

/** The shares targets of these periods were made for, by member and period: `member/period`. */
export async function settledShares(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null = null,
): Promise<Map<string, Decimal>> {
  const known = asOf ? sql` and at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const rows = await on.rows<{ member_id: string; period: string; share: string }>(sql`
    select distinct on (member_id, period) member_id, period, share from ${ident(on.schema, "target_settled")}
    where kpi = ${kpi} and period = any(${periods}::text[])${known} order by member_id, period, id desc`);
  return new Map(rows.map(({ member_id, period, share }) => [`${member_id}/${period}`, decimal(share)]));
}
