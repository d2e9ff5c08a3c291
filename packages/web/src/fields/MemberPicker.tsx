import { listMembers } from "@dabiao/core/people/contract.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useSession } from "../people/session.ts";
import { pickedIds, withPicked } from "./picked.ts";
import type { PickerProps } from "./picker-props.ts";
import "./messages.ts";

/** A person, or several: oneself first, the others found by 汉字, pinyin or initials. */
export function MemberPicker({ value, onChange, names, many = false, ...props }: PickerProps) {
  const { t } = useTranslation();
  const { member } = useSession();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(props.autoOpen ?? false);
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ["members", "pick", search],
    queryFn: ({ signal }) => call(listMembers, { query: { limit: 20, ...(search ? { search } : {}) }, signal }),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const found = (data?.items ?? []).filter(({ id, state }) => id !== member.id && state !== "left");
  const me = search === "" ? [{ value: member.id, label: `${member.name} (${t("field.me")})` }] : [];
  const matched = (data?.items ?? []).some(({ id }) => id === member.id);
  const self = search !== "" && matched ? [{ value: member.id, label: member.name }] : me;
  const options = [...self, ...found.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Select
      {...props.select}
      {...(many ? { mode: "multiple" as const } : {})}
      value={many ? pickedIds(value) : (pickedIds(value)[0] ?? null)}
      options={withPicked(options, pickedIds(value), names)}
      allowClear
      open={open}
      onOpenChange={setOpen}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t("field.search")}
      notFoundContent={t("field.noMatch")}
      aria-label={props.label}
      onChange={(next: string | string[] | null | undefined) => {
        const label = options.find((option) => option.value === next)?.label ?? null;
        onChange(next ?? null, label);
      }}
    />
  );
}
