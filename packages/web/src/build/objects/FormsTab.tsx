import type { World } from "@dabiao/core/model/kind.ts";
import { FormEditor } from "./FormEditor.tsx";
import { firstForm } from "./first-bodies.ts";
import { PartDefinitions } from "./PartDefinitions.tsx";

/** The object's forms, each with a draft of its own. */
export function FormsTab({ object, world }: { readonly object: string; readonly world: World }) {
  return (
    <PartDefinitions kind="form" object={object} first={(label) => firstForm(world, object, label)}>
      {(detail) => <FormEditor key={detail.key} detail={detail} object={object} world={world} />}
    </PartDefinitions>
  );
}
