import type { World } from "@dabiao/core/model/kind.ts";
import type { ObjectBody } from "@dabiao/core/model/object.ts";
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useObjectIndex } from "../../model/object-index.ts";
import { useIsPhone } from "../../shell/media.ts";
import type { Draft } from "../definition/use-draft.ts";
import { withMoved, withNewField } from "./edit-fields.ts";
import { FieldPalette } from "./FieldPalette.tsx";
import { FieldPanel } from "./FieldPanel.tsx";
import { FieldRows } from "./FieldRows.tsx";
import "./type-messages.ts";

interface FieldsTabProps {
  readonly draft: Draft<ObjectBody>;
  readonly world: World;
}

/** Field types on the left, the fields in their order, and the chosen one's settings on the right. */
export function FieldsTab({ draft, world }: FieldsTabProps) {
  const { t, i18n } = useTranslation();
  const isPhone = useIsPhone();
  const objects = useObjectIndex().map(({ key }) => key);
  const [chosen, setChosen] = useState<string | null>(isPhone ? null : (draft.body.fields[0]?.key ?? null));
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const { body } = draft;
  const field = body.fields.find((each) => each.key === chosen);
  const panel = field && (
    <FieldPanel key={field.key} draft={draft} world={world} field={field} onGone={() => setChosen(null)} />
  );

  function add(type: string, at?: number) {
    const name = (lng: string) => i18n.getFixedT(lng)(`type.${type}`);
    const label = { zh: name("zh-CN"), en: name("en") };
    const made = withNewField(body, { type, label, objects, ...(at === undefined ? {} : { at }) });
    draft.change(made.body);
    setChosen(made.key);
  }

  function drop({ active, over }: DragEndEvent) {
    if (!over) return;
    const to = body.fields.findIndex((each) => each.key === over.id);
    const type: unknown = active.data.current?.["type"];
    if (typeof type === "string") add(type, to === -1 ? undefined : to);
    else if (to !== -1) draft.change(withMoved(body, String(active.id), to));
  }

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <div className="designer">
        <FieldPalette onAdd={add} />
        <FieldRows draft={draft} chosen={chosen} onChoose={setChosen} />
        {isPhone ? (
          <Drawer
            open={field !== undefined}
            onClose={() => setChosen(null)}
            placement="bottom"
            size="85%"
            title={t("act.edit")}
          >
            {panel}
          </Drawer>
        ) : (
          <aside className="card designer-panel">{panel ?? <p className="muted">{t("field.choose")}</p>}</aside>
        )}
      </div>
    </DndContext>
  );
}
