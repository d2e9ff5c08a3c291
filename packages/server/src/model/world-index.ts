import { DEFAULT_CALENDAR } from "@dabiao/core/calendar/calendar.ts";
import { calendarKind } from "@dabiao/core/calendar/calendar-kind.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { inOrder } from "@dabiao/core/model/in-order.ts";
import type { JsonObject, JsonValue } from "@dabiao/core/model/json-value.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { formKind } from "@dabiao/core/model/kinds/form.ts";
import { viewKind } from "@dabiao/core/model/kinds/view.ts";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { compiledObject, type FieldShape, type ObjectShape } from "@dabiao/core/model/shape.ts";
import type { FieldIndex, WorldIndex } from "@dabiao/core/model/world-contract.ts";
import type { FieldRight, Permission } from "@dabiao/core/people/role.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { metricIndex } from "./metric-index.ts";

/** What the index needs to know of an access: which objects and fields one may see. */
export interface Sight {
  can(permission: Permission): boolean;
  object(key: string): { readonly read: readonly unknown[]; readonly create: boolean; field(key: string): FieldRight };
}

/**
 * What a page needs of the definitions, without what the reader may not see.
 *
 * @throws Refusal `not_found` for an object that does not exist or may not be read
 */
export function worldIndex(
  world: World,
  sight: Sight,
  object: string | undefined,
  personal: ReadonlyMap<string, JsonObject>,
): WorldIndex {
  const visible = inOrder(world.list(objectSchema)).filter(({ key }) => sees(sight, key));
  if (object !== undefined && !visible.some(({ key }) => key === object)) {
    throw new Refusal("not_found", { what: `object ${object}` });
  }
  return {
    version: world.version,
    objects: visible.map(({ key, body: { label, plural, icon, group, nameField } }) => ({
      key,
      label,
      ...(plural === undefined ? {} : { plural }),
      icon,
      ...(group === undefined ? {} : { group }),
      nameField,
      create: sight.object(key).create,
    })),
    object: object === undefined ? null : objectIndex(world, sight, compiledObject(world, object), personal),
    metrics: metricIndex(world, sight),
    kpis: inOrder(world.list(kpiKind)).map(({ key, body: { label, metric, type, grain, group, thresholds } }) => ({
      key,
      label,
      metric,
      type,
      grain,
      ...(group === undefined ? {} : { group }),
      thresholds,
    })),
    calendar: world.get(calendarKind, "company") ?? DEFAULT_CALENDAR,
  };
}

/** The views of an object that a page shows as tabs: those shared with everybody. */
export function sharedViews(world: World, object: string) {
  const views = world.list(viewKind).filter(({ body }) => body.object === object && body.shared);
  return views.sort((a, b) => a.body.order - b.body.order || (a.key < b.key ? -1 : 1));
}

function objectIndex(
  world: World,
  sight: Sight,
  shape: ObjectShape,
  personal: ReadonlyMap<string, JsonObject>,
): WorldIndex["object"] {
  const right = sight.object(shape.key);
  const fields = [...shape.fields.values()].flatMap((field) => fieldIndex(field, right.field(field.key)));
  const { fields: _all, ...body } = shape.body;
  return {
    key: shape.key,
    body: body as Json,
    fields,
    views: sharedViews(world, shape.key).map(({ key, body: view }) => ({
      key,
      body: view as unknown as Json,
      personal: (personal.get(key) ?? null) as Json,
    })),
    forms: world
      .list(formKind)
      .filter(({ body: form }) => form.object === shape.key)
      .map(({ key, body: form }) => ({ key, body: form as unknown as Json })),
  };
}

type Json = NonNullable<WorldIndex["object"]>["body"];

function fieldIndex(
  { key, body, type, family, target, computed, system, formulaType }: FieldShape,
  right: FieldRight,
): FieldIndex[] {
  if (right === "hidden") return [];
  return [
    {
      key,
      type: type.type,
      label: body.label,
      ...(body.help === undefined ? {} : { help: body.help }),
      family,
      widget: type.widget,
      settings: body.settings as Record<string, JsonValue>,
      required: body.required,
      unique: body.unique,
      computed,
      system,
      target:
        target === null
          ? null
          : target.kind === "object"
            ? { kind: "object", object: target.object }
            : { kind: target.kind },
      right,
      formula: formulaType && { kind: formulaType.kind },
      ...(body.default === undefined ? {} : { default: body.default }),
    },
  ];
}

function sees(sight: Sight, object: string): boolean {
  const right = sight.object(object);
  return right.read.length > 0 || right.create || sight.can("model.manage");
}
