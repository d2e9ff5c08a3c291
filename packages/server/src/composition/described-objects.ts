import { objectKind } from "@dabiao/core/model/kinds/object.ts";
import { world } from "../model/world.ts";
import { resolveAccess } from "../people/access.ts";
import type { DescribeObjects } from "../platform/openapi/routes.ts";

/** The objects an actor may read, with the fields it may read: what its openapi.json speaks of. */
export const describedObjects: DescribeObjects = async (workspace, actor) => {
  const definitions = await world(workspace);
  const access = await resolveAccess(workspace, definitions, actor);
  return definitions.list(objectKind).flatMap(({ key, body }) => {
    const right = access.object(key);
    if (right.read.length === 0) return [];
    const fields = body.fields.filter((field) => right.field(field.key) !== "hidden");
    return [{ key, label: body.label, fields }];
  });
};
