import type { World } from "@dabiao/core/model/kind.ts";
import { FormBody } from "@dabiao/core/model/kinds/form.ts";
import { ViewBody } from "@dabiao/core/model/kinds/view.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { fieldIndexes } from "./field-index-of.ts";

const FIRST_COLUMNS = 8;

/** A form to begin with: one section, two fields to a row, in the object's order. */
export function firstForm(world: World, object: string, label: LocalText): FormBody {
  const cells = fieldIndexes(world, object)
    .filter(({ system, computed }) => !system && !computed)
    .map(({ key }) => ({ kind: "field" as const, field: key }));
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => cells.slice(row * 2, row * 2 + 2));
  return FormBody.parse({ object, label, sections: [{ title: { zh: "基本信息", en: "Basics" }, rows }] });
}

/** A view to begin with: a grid of the first fields and the owner. */
export function firstView(world: World, object: string, label: LocalText): ViewBody {
  const own = fieldIndexes(world, object).filter(({ system }) => !system);
  const columns = [...own.slice(0, FIRST_COLUMNS).map(({ key }) => key), "owner"].map((key) => ({ field: [key] }));
  return ViewBody.parse({ object, label, columns });
}
