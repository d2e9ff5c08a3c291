import type { Unit } from "@dabiao/core/people/unit.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { unitsQuery } from "./queries.ts";

interface UnitSelectProps {
  readonly value: string | null;
  readonly label: string;
  onChange(unit: string): void;
}

/** A unit by its whole path, so that two 一组 are told apart. */
export function UnitSelect({ value, label, onChange }: UnitSelectProps) {
  const units = useQuery(unitsQuery).data?.items ?? [];
  const options = units
    .filter(({ archived }) => !archived)
    .map((unit) => ({ value: unit.id, label: pathOf(units, unit) }));
  return (
    <Select
      className="wide"
      aria-label={label}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: "label" }}
      onChange={onChange}
    />
  );
}

function pathOf(units: readonly Unit[], unit: Unit): string {
  const parent = units.find(({ id }) => id === unit.parentId);
  return parent ? `${pathOf(units, parent)} / ${unit.name}` : unit.name;
}
