import type { FormBody } from "@dabiao/core/model/kinds/form.ts";
import type { ViewBody } from "@dabiao/core/model/kinds/view.ts";
import type { ObjectBody } from "@dabiao/core/model/object.ts";
import type { FieldIndex, WorldIndex } from "@dabiao/core/model/world-contract.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { objectQuery } from "../model/object-index.ts";

export interface SharedView {
  readonly key: string;
  readonly body: ViewBody;
  /** The reader's own settings above the shared ones. */
  readonly personal: Partial<ViewBody> | null;
}

/** An object as its pages see it: only what the reader may see. */
export interface ObjectDefinition {
  readonly key: string;
  readonly label: LocalText;
  readonly plural: LocalText;
  readonly canCreate: boolean;
  readonly body: Omit<ObjectBody, "fields">;
  readonly fields: readonly FieldIndex[];
  readonly views: readonly SharedView[];
  readonly forms: readonly FormBody[];
}

export function useDefinition(key: string) {
  return useQuery({ ...objectQuery(key), select: definitionOf });
}

export function definitionOf({ object, objects }: WorldIndex): ObjectDefinition {
  const entry = objects.find(({ key }) => key === object?.key);
  if (!object || !entry) throw new Error("the index of an object came without the object");
  return {
    key: object.key,
    label: entry.label,
    plural: entry.plural ?? entry.label,
    canCreate: entry.create,
    body: object.body as unknown as ObjectDefinition["body"],
    fields: object.fields,
    views: object.views.map(({ key, body, personal }) => ({
      key,
      body: body as unknown as ViewBody,
      personal: personal as unknown as Partial<ViewBody> | null,
    })),
    forms: object.forms.map(({ body }) => body as unknown as FormBody),
  };
}

export function fieldOf(definition: ObjectDefinition, key: string): FieldIndex | undefined {
  return definition.fields.find((field) => field.key === key);
}

/** Fields that say something about the record itself, in the order of its definition. */
export function ownFields(definition: ObjectDefinition): readonly FieldIndex[] {
  return definition.fields.filter(({ system }) => !system);
}
