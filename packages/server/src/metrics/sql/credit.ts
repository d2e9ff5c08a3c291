import { dayStart } from "@dabiao/core/calendar/business-date.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { AggregateMeasure } from "@dabiao/core/metrics/metric.ts";
import { and, ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { businessDay, type EventDate } from "./event-day.ts";
import { literal } from "./inline.ts";

/** Who gets a fact: the tables to join to the record `r`, the member, and how the value is shared out. */
export interface CreditSql {
  readonly joins: Sql;
  readonly member: Sql;
  /** Present for split credit: the row's percent and its id, by which shares are rounded. */
  readonly share?: { readonly percent: Sql; readonly row: Sql; readonly overlay: boolean };
  /** A condition on the joined rows. */
  readonly where?: Sql;
}

export interface CreditContext {
  readonly schema: string;
  readonly object: string;
  readonly date: EventDate;
  readonly day: Sql;
  readonly dateKey: string;
  readonly range: DayRange;
  readonly calendar: Calendar;
  /** Only transfers known by then count. */
  readonly knownUntil: Sql | null;
  /** The split object's rows, live or as they were. */
  readonly splitRows: (object: string) => Sql;
}

/** K-05, K-06: the credited member of record `r`. */
export function creditSql(credit: AggregateMeasure["credit"], context: CreditContext): CreditSql {
  switch (credit.kind) {
    case "creator":
      return { joins: raw(""), member: raw(`r."created_by"`) };
    case "member":
      return { joins: raw(""), member: ident("r", credit.field) };
    case "owner":
      return credit.at === "current" ? { joins: raw(""), member: raw(`r."owner"`) } : ownerAtEvent(context);
    case "split":
      return splitCredit(credit, context);
  }
}

/**
 * The owner at the event. `ownership` has rows only for records whose owner ever changed, and of those only stays
 * that ended after the period began can differ from today's owner, so the joined side stays small however many
 * records there are. The first known owner also held the record before it was known.
 */
function ownerAtEvent(context: CreditContext): CreditSql {
  const day = context.day;
  const held =
    context.date.family === "date"
      ? sql`${day} >= o.since and ${day} < o.until`
      : sql`${context.date.column} >= o.since and ${context.date.column} < o.until`;
  return {
    joins: sql` left join (${stays(context)}) o on o.record_id = r.id and ${held}`,
    member: raw(`case when o.record_id is null then r."owner" else o.member_id end`),
  };
}

function stays(context: CreditContext): Sql {
  const dated = context.date.family === "date";
  const start = sql`${dayStart(context.range.start, context.calendar)}::timestamptz`;
  const conditions = [
    sql`s.record_object = ${raw(literal(context.object))}`,
    raw("s.to_at is not null"),
    sql`s.to_at > ${start}`,
    ...(context.knownUntil ? [sql`s.to_at <= ${context.knownUntil}`] : []),
  ];
  const until = dated ? endDay(context) : raw("s.to_at");
  const never = raw(dated ? "'-infinity'::date" : "'-infinity'::timestamptz");
  return sql`select w.record_id, w.member_id, coalesce(lag(w.until) over (partition by w.record_id order by w.to_at), ${never}) as since, w.until
    from (select s.record_id, s.member_id, s.to_at, ${until} as until from ${ident(context.schema, "ownership")} s where ${and(conditions)}) w`;
}

/**
 * The first day that no longer counts for the leaving owner: the day of the transfer, or the day after when the
 * event of that day had been recorded before the transfer.
 */
function endDay(context: CreditContext): Sql {
  const day = businessDay(raw("s.to_at"), context.calendar);
  const column = raw(literal(context.dateKey));
  return sql`${day} + case when ${day} < ${context.range.end}::date and exists (
      select 1 from ${ident(context.schema, "change")} c
      where c.object = ${raw(literal(context.object))} and c.record_id = s.record_id
        and c.at < s.to_at and c.at > s.to_at - interval '26 hours' and ${businessDay(raw("c.at"), context.calendar)} = ${day}
        and c.after ->> ${column} = ${day}::text) then 1 else 0 end`;
}

type SplitCreditRule = Extract<AggregateMeasure["credit"], { kind: "split" }>;

/** A record without split rows belongs to its owner whole; an overlay credits nobody then. */
function splitCredit(credit: SplitCreditRule, context: CreditContext): CreditSql {
  const rows = sql`${context.splitRows(credit.split)} x on ${ident("x", credit.record)} = r.id and x.deleted_at is null`;
  const share = { percent: ident("x", credit.percent), row: raw("x.id"), overlay: credit.overlay };
  if (credit.overlay) return { joins: sql` join ${rows}`, member: ident("x", credit.member), share };
  const owner = ownerAtEvent(context);
  return {
    joins: sql`${owner.joins} left join ${rows}`,
    member: sql`case when x.id is null then ${owner.member} else ${ident("x", credit.member)} end`,
    share: { ...share, percent: sql`case when x.id is null then 100 else ${share.percent} end` },
  };
}
