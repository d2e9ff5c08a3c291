import type { World } from "@dabiao/core/model/kind.ts";
import { firstView } from "./first-bodies.ts";
import { PartDefinitions } from "./PartDefinitions.tsx";
import { ViewEditor } from "./ViewEditor.tsx";

/** The object's shared views, each with a draft of its own. */
export function ViewsTab({ object, world }: { readonly object: string; readonly world: World }) {
  return (
    <PartDefinitions kind="view" object={object} first={(label) => firstView(world, object, label)}>
      {(detail) => <ViewEditor key={detail.key} detail={detail} object={object} world={world} />}
    </PartDefinitions>
  );
}
