import { type Calendar, DEFAULT_CALENDAR, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { calendarKind } from "@dabiao/core/calendar/calendar-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type FieldShape, findObject, type ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, type Sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../../people/access.ts";

/** Who reads what and when: every compiler of SQL on records takes one. */
export interface Reader {
  /** The workspace's schema. */
  readonly schema: string;
  readonly world: World;
  readonly access: Access;
  readonly now: Date;
  /** Definitions of the company, such as a scope's rule, may use fields the reader does not see. */
  readonly trusted?: boolean;
}

export function readerOf(on: { schema: string }, world: World, access: Access, now = new Date()): Reader {
  return { schema: on.schema, world, access, now };
}

/** @throws Refusal `object_unknown` */
export function objectOf(world: World, key: string): ObjectShape {
  const object = findObject(world, key);
  if (!object) throw new Refusal("object_unknown", { object: key });
  return object;
}

/** The object's table, qualified. */
export function tableOf(reader: Pick<Reader, "schema">, object: ObjectShape): Sql {
  return ident(reader.schema, object.table);
}

/**
 * A field the reader may see in full or masked.
 *
 * @throws Refusal `field_unknown`, `field_not_readable`
 */
export function readableField(reader: Reader, object: ObjectShape, key: string): FieldShape {
  const field = object.fields.get(key);
  if (!field) throw new Refusal("field_unknown", { object: object.key, field: key });
  if (!reader.trusted && rightOn(reader, object, key) === "hidden")
    throw new Refusal("field_not_readable", { object: object.key, field: key });
  return field;
}

/** System fields are open to all who may see the record, unless a role names them. */
export function rightOn(reader: Reader, object: ObjectShape, key: string) {
  return reader.access.object(object.key).field(key);
}

export function isMasked(reader: Reader, object: ObjectShape, key: string): boolean {
  return !reader.trusted && rightOn(reader, object, key) === "masked";
}

const calendars = new WeakMap<World, Calendar>();

/** The company's calendar, opened once per world. */
export function companyCalendar(world: World): Calendar {
  const known = calendars.get(world);
  if (known) return known;
  const calendar = openCalendar(world.get(calendarKind, "company") ?? DEFAULT_CALENDAR);
  calendars.set(world, calendar);
  return calendar;
}
