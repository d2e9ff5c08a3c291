import type { Issue } from "../platform/refusal.ts";
import { labelOf } from "./dependants.ts";
import { fieldType } from "./field-types.ts";
import type { Kind, Reference, World } from "./kind.ts";
import { objectSchema } from "./object.ts";
import { SYSTEM_FIELD_BODIES } from "./system-fields.ts";

/** A body read by its kind's schema, or what the schema has against it. */
export function parseBody(kind: Kind<unknown>, body: unknown): { body: unknown; issues: readonly Issue[] } {
  const parsed = kind.schema.safeParse(body);
  if (parsed.success) return { body: parsed.data, issues: [] };
  const issues = parsed.error.issues.slice(0, 50).map(({ message, path }) => ({
    code: "definition_shape",
    params: { reason: message },
    path: path.map((part) => (typeof part === "number" ? part : String(part))),
  }));
  return { body: undefined, issues };
}

/** What is wrong with a definition in a world in which it already stands under its key. */
export function checkDefinition(
  kind: Kind<unknown>,
  key: string,
  body: unknown,
  world: World,
  kinds: readonly Kind<unknown>[],
): Issue[] {
  const missing = kind.references(body).filter((reference) => !isThere(reference, world, kinds));
  const issues = missing.map(({ kind: what, key: which, part }) =>
    part === undefined
      ? { code: "reference_missing", params: { kind: what, key: which }, path: [] }
      : { code: "unknown_field", params: { object: which, field: part }, path: [] },
  );
  return distinct([...kind.check(body, world, key), ...issues]);
}

/**
 * Which definitions that were right before a change are wrong after it: a view whose column is gone, a metric whose
 * value is text now. Only direct dependants are asked, each with its first issue.
 */
export function checkDependants(
  kinds: readonly Kind<unknown>[],
  before: World,
  after: World,
  changed: readonly { readonly kind: string; readonly key: string }[],
): Issue[] {
  const isChanged = (reference: { kind: string; key: string }) =>
    changed.some(({ kind, key }) => kind === reference.kind && key === reference.key);
  return kinds.flatMap((kind) =>
    after.list(kind).flatMap(({ key, body }): Issue[] => {
      if (isChanged({ kind: kind.kind, key }) || !kind.references(body).some(isChanged)) return [];
      const [broken] = checkDefinition(kind, key, body, after, kinds);
      if (!broken || checkDefinition(kind, key, body, before, kinds).length > 0) return [];
      return [
        {
          code: "dependant_breaks",
          params: { kind: kind.kind, key, label: labelOf(body) ?? key, reason: broken.code },
          path: [],
        },
      ];
    }),
  );
}

function isThere({ kind, key, part }: Reference, world: World, kinds: readonly Kind<unknown>[]): boolean {
  const known = kinds.find((each) => each.kind === kind);
  const body = known && world.get(known, key);
  if (body === undefined || part === undefined || kind !== objectSchema.kind) return body !== undefined;
  const field = world.get(objectSchema, key)?.fields.find((each) => each.key === part);
  const live = field !== undefined && !field.archived && fieldType(field.type) !== undefined;
  return live || SYSTEM_FIELD_BODIES.some((each) => each.key === part);
}

/** The same fault found by a kind's own check and by its references is told once, at the better place. */
function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, params, path }) => {
    const name = `${code} ${JSON.stringify(params)}`;
    if (seen.has(name) && path.length === 0) return false;
    seen.add(name);
    return true;
  });
}
