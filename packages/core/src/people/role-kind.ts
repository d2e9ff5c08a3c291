import { declareKind, type Kind, type Reference } from "../model/kind.ts";
import type { Filter } from "../records/filter.ts";
import { type ObjectRight, RoleBody, type Scope } from "./role.ts";

/** Roles as definitions: drafted, checked, published and rolled back like everything else zero-code. */
export const roleKind: Kind<RoleBody> = declareKind<RoleBody>({
  kind: "role",
  schema: RoleBody as Kind<RoleBody>["schema"],
  references: (body) => Object.entries(body.objects).flatMap(([object, right]) => referencesOf(object, right)),
  check: () => [],
});

/** A right needs its object, the fields it names and those its rules filter by. */
function referencesOf(object: string, right: ObjectRight): Reference[] {
  if (object === "*") return [];
  const fields = new Set([
    ...Object.keys(right.fields),
    ...[right.read, right.update, right.delete].flatMap((scope) => fieldsOfScope(scope)),
  ]);
  return [{ kind: "object", key: object }, ...[...fields].map((part) => ({ kind: "object", key: object, part }))];
}

function fieldsOfScope(scope: Scope): string[] {
  return typeof scope === "string" ? [] : fieldsOf(scope.rule);
}

function fieldsOf(filter: Filter): string[] {
  if ("and" in filter) return filter.and.flatMap(fieldsOf);
  if ("or" in filter) return filter.or.flatMap(fieldsOf);
  if ("not" in filter) return fieldsOf(filter.not);
  return filter.field.slice(0, 1);
}
