import { useDraggable } from "@dnd-kit/core";
import { useTranslation } from "react-i18next";
import { TYPE_GROUPS } from "./type-groups.ts";

/** Field types by group; each is dragged into the list or added at its end by a press. */
export function FieldPalette({ onAdd }: { onAdd(type: string): void }) {
  const { t } = useTranslation();
  return (
    <section className="card designer-palette" aria-label={t("field.library")}>
      <p className="muted">{t("field.library.hint")}</p>
      {TYPE_GROUPS.map((group) => (
        <div key={group.key}>
          <h3>{t(`field.group.${group.key}`)}</h3>
          <div className="type-chips">
            {group.types.map((type) => (
              <TypeChip key={type} type={type} onAdd={onAdd} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function TypeChip({ type, onAdd }: { readonly type: string; onAdd(type: string): void }) {
  const { t } = useTranslation();
  const { setNodeRef, listeners, transform } = useDraggable({ id: `type:${type}`, data: { type } });
  const { onKeyDown: _, ...pointer } = listeners ?? {};
  const moved = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 10 } : {};
  return (
    <button ref={setNodeRef} type="button" className="type-chip" style={moved} {...pointer} onClick={() => onAdd(type)}>
      {t(`type.${type}`)}
    </button>
  );
}
