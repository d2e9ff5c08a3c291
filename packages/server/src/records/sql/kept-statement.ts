import { dayAt } from "@dabiao/core/platform/day.ts";
import { type CompiledSql, compileSql, type Sql } from "@dabiao/core/platform/sql.ts";
import { companyCalendar, type Reader } from "./reader.ts";

interface Kept {
  readonly statement: CompiledSql;
  /** The reader's moment it was compiled at. */
  readonly now: Date;
}

/** About ten kilobytes each. */
const KEPT_MAX = 1_000;
/** A question longer than this is hardly asked again. */
const QUESTION_MAX = 2_000;
const kept = new Map<string, Kept>();

/**
 * Compiles a reading statement once per definitions, rights, question and day: a list asked for again costs no compiling. The
 * moment is put in anew each time; whole days come from the calendar's day, which is part of what it is kept by.
 *
 * @param question tells everything the statement depends on beside the reader
 */
export function keptStatement(reader: Reader, question: string, build: () => Sql): CompiledSql {
  if (reader.trusted || question.length > QUESTION_MAX) return compileSql(build());
  const { schema, world, access, now } = reader;
  const day = dayAt(now, companyCalendar(world).zone);
  const key = [schema, numberOf(world), numberOf(access.object), access.memberId, day, question].join("|");
  const known = kept.get(key);
  if (known) return at(known, now);
  if (kept.size >= KEPT_MAX) for (const oldest of [...kept.keys()].slice(0, KEPT_MAX / 4)) kept.delete(oldest);
  const statement = compileSql(build());
  kept.set(key, { statement, now });
  return statement;
}

function at({ statement, now }: Kept, present: Date): CompiledSql {
  return { ...statement, values: statement.values.map((value) => (value === now ? present : value)) };
}

const numbers = new WeakMap<object, number>();
let numbered = 0;

/** One number for a thing as long as it lives: two worlds or two sets of rights never share theirs. */
function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(thing, numbered);
  return numbered;
}
