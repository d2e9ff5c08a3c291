import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { Button, Popover, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useColumns } from "../columns.ts";
import type { ObjectDefinition } from "../definition.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { conditionText } from "./condition-text.ts";
import { conditionsIn, filterOf, isCondition, partsOf } from "./filter-tree.ts";
import { type Named, useFilterTitles } from "./use-filter-titles.ts";

interface FilterBarProps {
  readonly definition: ObjectDefinition;
  readonly filter: Filter | undefined;
  onChange(filter: Filter | null): void;
}

/** The conditions of a list as chips, joined by 且 or 或; each opens its editor. */
export function FilterBar({ definition, filter, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState<number | "new" | null>(null);
  const { join, parts } = partsOf(filter);
  const conditions = useMemo(() => conditionsIn(filter), [filter]);
  const columns = useColumns(
    definition,
    useMemo(() => conditions.map(({ field }) => field), [conditions]),
  );
  const columnOf = (path: readonly string[]) => columns.find(({ name }) => name === path.join("."));
  const titles = useFilterTitles(conditions.flatMap(({ field, value }) => namedIn(columnOf(field)?.field, value)));

  function replace(index: number | "new", part: Filter | null) {
    const next =
      index === "new"
        ? [...parts, ...(part ? [part] : [])]
        : parts.flatMap((each, at) => (at === index ? (part ?? []) : each));
    setOpen(null);
    onChange(filterOf({ join, parts: next }));
  }

  function text(part: Filter): string {
    if (!isCondition(part)) return t("filter.compound", { count: conditionsIn(part).length });
    const column = columnOf(part.field);
    return column ? conditionText(part, column.field, column.label(locale), titles, { t, locale }) : t("filter.hidden");
  }

  return (
    <section className="filter-bar" aria-label={t("filter.title")}>
      {parts.map((part, index) => {
        const isEditable = isCondition(part) && part.field.length === 1;
        const words = text(part);
        return (
          // A filter's parts have no names of their own: their place is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={index} className="filter-chip">
            {index === 1 && parts.length > 1 && (
              <Select
                size="small"
                variant="borderless"
                value={join}
                options={(["and", "or"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
                aria-label={t("filter.join")}
                onChange={(next: "and" | "or") => onChange(filterOf({ join: next, parts }))}
              />
            )}
            {index > 1 && <span className="muted">{t(`filter.${join}`)}</span>}
            <span className="filter-part">
              {isEditable ? (
                <Popover
                  trigger="click"
                  open={open === index}
                  onOpenChange={(next) => setOpen(next ? index : null)}
                  destroyOnHidden
                  content={
                    <ConditionEditor
                      definition={definition}
                      condition={part}
                      titles={titles}
                      onDone={(next) => replace(index, next)}
                      onRemove={() => replace(index, null)}
                    />
                  }
                >
                  <button type="button" className="filter-text">
                    {words}
                  </button>
                </Popover>
              ) : (
                <span className="filter-text">{words}</span>
              )}
              <button
                type="button"
                className="filter-remove"
                aria-label={t("filter.removeOf", { condition: words })}
                onClick={() => replace(index, null)}
              >
                <CloseOutlined />
              </button>
            </span>
          </span>
        );
      })}
      <Popover
        trigger="click"
        open={open === "new"}
        onOpenChange={(next) => setOpen(next ? "new" : null)}
        destroyOnHidden
        content={
          <ConditionEditor
            definition={definition}
            condition={null}
            titles={titles}
            onDone={(next) => replace("new", next)}
          />
        }
      >
        <Button size="small" type="dashed" icon={<PlusOutlined />}>
          {t("filter.add")}
        </Button>
      </Popover>
    </section>
  );
}

function namedIn(field: FieldIndex | undefined, value: unknown): Named[] {
  const kind = field?.target?.kind === "object" ? field.target.object : field?.target?.kind;
  if (!kind || kind === "file" || value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((id) => ({ kind, id: String(id) }));
}
