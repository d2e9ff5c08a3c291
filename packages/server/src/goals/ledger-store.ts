import { type Decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";
import type { TargetEntryRow, TargetPostingRow } from "./tables.ts";

/** Along which axis a target is handed down. */
export type Axis = "people" | "periods";

/** A target raised (or lowered, when negative) at one place, and where that comes from: a place that hands it down, one that gives it, or the plan. */
export interface Move {
  readonly to: Place;
  readonly amount: Decimal;
  /** The first target of its place: written even when it is zero, because zero is a target and nothing is none. */
  readonly isFirst?: boolean;
  readonly from:
    | { readonly kind: "plan" }
    | { readonly kind: "sibling"; readonly place: Place }
    | { readonly kind: "parent"; readonly place: Place; readonly axis: Axis };
}

/** Targets of children that nobody had handed down count from now on as handed down by this place. */
export interface Adoption {
  readonly place: Place;
  readonly axis: Axis;
  readonly amount: Decimal;
}

export interface Posting {
  readonly kpi: string;
  readonly kind: TargetPostingRow["kind"];
  readonly reason: string;
  readonly byMember: string | null;
  /** What it was computed from. */
  readonly inputs: object;
}

/**
 * Writes one act: of every move an entry and its counter-entry, so that all entries of a KPI always sum to zero.
 * What was there is never touched.
 *
 * @returns the posting's id
 */
export async function post(
  trx: Trx,
  posting: Posting,
  moves: readonly Move[],
  adoptions: readonly Adoption[] = [],
): Promise<string> {
  const id = newId(trx.now);
  const { kpi, kind, reason, byMember, inputs } = posting;
  await trx.tables
    .insertInto("target_posting")
    .values({ id, at: trx.now, by_member: byMember, kpi, kind, reason, inputs: JSON.stringify(inputs) })
    .execute();
  const entries = [...moves.flatMap(entriesOfMove), ...adoptions.flatMap(entriesOfAdoption)];
  if (!sum(entries.map(({ amount }) => amount)).isZero())
    throw new Error("the entries of a posting do not sum to zero");
  await insertEntries(
    trx,
    { id, kpi },
    entries.filter(({ amount, isFirst }) => isFirst || !amount.isZero()),
  );
  return id;
}

interface Entry {
  readonly place: Place;
  readonly account: TargetEntryRow["account"];
  readonly amount: Decimal;
  readonly isFirst?: boolean;
}

function entriesOfMove({ to, amount, from, isFirst = false }: Move): Entry[] {
  const given: Entry = { place: to, account: "target", amount, isFirst };
  const back = amount.negated();
  switch (from.kind) {
    case "plan":
      return [given, { place: to, account: "plan", amount: back }];
    case "sibling":
      return [given, { place: from.place, account: "target", amount: back }];
    case "parent":
      return [given, { place: from.place, account: `to_${from.axis}`, amount: back }];
  }
}

function entriesOfAdoption({ place, axis, amount }: Adoption): Entry[] {
  return [
    { place, account: `to_${axis}`, amount: amount.negated() },
    { place, account: "plan", amount },
  ];
}

async function insertEntries(
  trx: Trx,
  { id, kpi }: { id: string; kpi: string },
  entries: readonly Entry[],
): Promise<void> {
  const of = <Value>(read: (each: Entry) => Value) => entries.map(read);
  const kinds = of(({ place }) => place.kind);
  const subjects = of(({ place }) => place.id);
  const periods = of(({ place }) => place.period);
  await trx.rows(sql`insert into ${ident(trx.schema, "target_entry")}
      (id, posting_id, at, kpi, subject_kind, subject_id, period, grain, account, amount)
    select g.id, ${id}, ${trx.now}::timestamptz, ${kpi}, g.kind, g.subject, g.period, g.grain, g.account, g.amount
    from unnest(${of(() => newId(trx.now))}::uuid[], ${kinds}::text[], ${subjects}::uuid[], ${periods}::text[],
      ${of(({ place }) => place.grain)}::text[], ${of(({ account }) => account)}::text[],
      ${of(({ amount }) => amount.toFixed())}::numeric[]) as g (id, kind, subject, period, grain, account, amount)`);
  await trx.rows(sql`update ${ident(trx.schema, "target_node")} n set version = n.version + 1
    from (select distinct * from unnest(${kinds}::text[], ${subjects}::uuid[], ${periods}::text[]) as u (kind, subject, period)) g
    where n.kpi = ${kpi} and n.subject_kind = g.kind and n.subject_id = g.subject and n.period = g.period`);
}
