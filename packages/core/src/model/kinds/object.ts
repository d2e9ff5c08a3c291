import type { Filter } from "../../records/filter.ts";
import { canonicalObject } from "../canonical-object.ts";
import { checkObject } from "../check-object.ts";
import { fieldReference, filterReferences } from "../field-references.ts";
import { fieldType } from "../field-types.ts";
import { declareKind, type Kind, type Reference } from "../kind.ts";
import { type FieldBody, type ObjectBody, objectSchema } from "../object.ts";

/** Objects: publishing one makes or changes its table. */
export const objectKind: Kind<ObjectBody> = declareKind<ObjectBody>({
  ...objectSchema,
  references: (body) => body.fields.flatMap((field) => (field.archived ? [] : referencesOf(body, field))),
  check: checkObject,
  canonical: canonicalObject,
});

function referencesOf(body: ObjectBody, { type, settings }: FieldBody): Reference[] {
  if (!fieldType(type)?.settings.safeParse(settings).success) return [];
  switch (type) {
    case "reference":
    case "references":
      return [{ kind: "object", key: String(settings["object"]) }];
    case "lookup": {
      const via = body.fields.find(({ key }) => key === settings["via"]);
      return via?.type === "reference"
        ? [fieldReference(String(via.settings["object"]), String(settings["field"]))]
        : [];
    }
    case "rollup": {
      const object = String(settings["object"]);
      const field = settings["field"];
      return [
        fieldReference(object, String(settings["via"])),
        ...(typeof field === "string" ? [fieldReference(object, field)] : []),
        ...filterReferences(object, settings["filter"] as Filter | undefined),
      ];
    }
    default:
      return [];
  }
}
