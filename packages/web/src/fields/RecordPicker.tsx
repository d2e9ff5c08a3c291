import { PlusOutlined } from "@ant-design/icons";
import { createRecordContract, queryRecordsContract } from "@dabiao/core/records/contract.ts";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { useObjectIndex } from "../model/object-index.ts";
import { pickedIds, withPicked } from "./picked.ts";
import type { PickerProps } from "./picker-props.ts";
import "./messages.ts";

/** A record of another object, found by its name, pinyin or digits, and made on the spot when there is none. */
export function RecordPicker({
  object,
  value,
  onChange,
  names,
  many = false,
  ...props
}: PickerProps & { readonly object: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const index = useObjectIndex().find(({ key }) => key === object);
  const nameField = index?.nameField ?? "name";
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(props.autoOpen ?? false);
  const [made, setMade] = useState<Readonly<Record<string, string>>>({});
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ["records", object, "pick", search],
    queryFn: ({ signal }) =>
      call(queryRecordsContract, {
        params: { object },
        body: { fields: [[nameField]], limit: 20, ...(search ? { search } : {}) },
        signal,
      }),
    enabled: open && index !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    meta: { objects: [object] },
  });
  const options = (data?.items ?? []).map(({ id, values }) => ({ value: id, label: String(values[nameField] ?? "") }));
  const create = useMutation({
    mutationFn: () =>
      call(createRecordContract, { params: { object }, body: { values: { [nameField]: typed.trim() } } }),
    onSuccess: ({ id }) => {
      setMade({ ...made, [id]: typed.trim() });
      onChange(many ? [...pickedIds(value), id] : id, typed.trim());
      setOpen(false);
    },
    onError: (error) => message.error(refusalText(error)),
  });
  const canCreate = index?.create && typed.trim() !== "" && !options.some(({ label }) => label === typed.trim());
  return (
    <Select
      {...props.select}
      {...(many ? { mode: "multiple" as const } : {})}
      value={many ? pickedIds(value) : (pickedIds(value)[0] ?? null)}
      options={withPicked(options, pickedIds(value), { ...names, ...made })}
      allowClear
      open={open}
      onOpenChange={setOpen}
      loading={isFetching || create.isPending}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t("field.search")}
      notFoundContent={t("field.noMatch")}
      aria-label={props.label}
      popupRender={(menu) => (
        <>
          {menu}
          {canCreate && (
            <div className="picker-create">
              <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => create.mutate()}>
                {t("field.create", { name: typed.trim() })}
              </Button>
            </div>
          )}
        </>
      )}
      onChange={(next: string | string[] | null | undefined) =>
        onChange(next ?? null, options.find((option) => option.value === next)?.label ?? null)
      }
    />
  );
}
