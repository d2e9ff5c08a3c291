import { putDraft } from "@dabiao/core/model/contract.ts";
import { ObjectBody } from "@dabiao/core/model/object.ts";
import { RESERVED_OBJECTS } from "@dabiao/core/model/reserved.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useGo } from "../../shell/use-go.ts";
import { definitionsQuery } from "../definition/definition-query.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import { isKey, newKey } from "../definition/new-key.ts";

/** A new kind of record: its name is enough, the rest is done in the designer. */
export function NewObjectDialog({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const go = useGo();
  const known = useQuery(definitionsQuery("object")).data?.items ?? [];
  const [label, setLabel] = useState<LocalText>({ zh: "" });
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const taken = [...RESERVED_OBJECTS, ...known.map((item) => item.key)];
  const key = typedKey ?? (label.zh.trim() === "" && !label.en ? "" : newKey(label, taken));
  const usable = isKey(key) && !taken.includes(key) && label.zh.trim() !== "";
  const make = useMutation({
    mutationFn: () => call(putDraft, { params: { kind: "object", key }, body: { body: firstBody(label) as never } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      onClose();
      go(`/build/objects/${key}`);
    },
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t("objects.new")}
      okButtonProps={{ disabled: !usable, loading: make.isPending }}
      onOk={() => make.mutate()}
      destroyOnHidden
    >
      <FormFault error={make.error} />
      <LabelInputs value={label} onChange={setLabel} autoFocus />
      <label className="key-input">
        <span>{t("label.key")}</span>
        <Input
          value={key}
          status={key === "" || (isKey(key) && !taken.includes(key)) ? "" : "error"}
          onChange={(event) => setTypedKey(event.target.value)}
          onPressEnter={() => usable && make.mutate()}
        />
        <span className="muted">{t(key === "" || isKey(key) ? "label.key.hint" : "label.key.bad")}</span>
      </label>
    </Modal>
  );
}

function firstBody(label: LocalText): ObjectBody {
  return ObjectBody.parse({
    label,
    nameField: "name",
    fields: [{ key: "name", type: "text", label: { zh: "名称", en: "Name" }, required: true }],
  });
}
