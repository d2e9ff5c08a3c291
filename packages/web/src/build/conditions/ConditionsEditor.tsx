import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { useMemo } from "react";
import type { ObjectDefinition } from "../../records/definition.ts";
import { FilterBar } from "../../records/filter/FilterBar.tsx";
import "../../records/messages.ts";
import "../../records/records.css";

interface ConditionsEditorProps {
  readonly object: string;
  readonly fields: readonly FieldIndex[];
  readonly value: Filter | null;
  onChange(value: Filter | null): void;
}

/** The one filter bar of lists, over the fields of a definition being built. */
export function ConditionsEditor({ object, fields, value, onChange }: ConditionsEditorProps) {
  const definition = useMemo<ObjectDefinition>(
    () => ({
      key: object,
      label: { zh: object },
      plural: { zh: object },
      canCreate: false,
      body: {
        label: { zh: object },
        icon: "file",
        nameField: "name",
        uniqueKeys: [],
        defaultSort: { field: "created_at", descending: true },
      },
      fields,
      views: [],
      forms: [],
    }),
    [object, fields],
  );
  return <FilterBar definition={definition} filter={value ?? undefined} onChange={onChange} />;
}
