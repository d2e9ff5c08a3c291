import { listUnits } from "@dabiao/core/people/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { pickedIds, withPicked } from "./picked.ts";
import type { PickerProps } from "./picker-props.ts";

/** A unit of the company, by name. */
export function UnitPicker({ value, onChange, names, ...props }: PickerProps) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ["units"], queryFn: ({ signal }) => call(listUnits, { signal }) });
  const options = (data?.items ?? [])
    .filter(({ archived }) => !archived)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...props.select}
      value={pickedIds(value)[0] ?? null}
      options={withPicked(options, pickedIds(value), names)}
      allowClear
      {...(props.autoOpen ? { defaultOpen: true } : {})}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t("field.pick")}
      aria-label={props.label}
      onChange={(next: string | null | undefined) =>
        onChange(next ?? null, options.find((option) => option.value === next)?.label ?? null)
      }
    />
  );
}
