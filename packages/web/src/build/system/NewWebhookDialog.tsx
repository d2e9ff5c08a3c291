import { localText } from "@dabiao/core/platform/text.ts";
import { createWebhook } from "@dabiao/core/platform/webhook-contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useObjectIndex } from "../../model/object-index.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { webhooksQuery } from "./webhook-queries.ts";

/** Where to tell of changes, and of which. */
export function NewWebhookDialog({ onClose, onMade }: { onClose(): void; onMade(secret: string): void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const index = useObjectIndex();
  const [name, setName] = useState("");
  const [url, setUrl] = useState("https://");
  const [objects, setObjects] = useState<string[]>([]);
  const [values, setValues] = useState(false);
  const make = useMutation({
    mutationFn: () => call(createWebhook, { body: { name, url, objects, values } }),
    onSuccess: async ({ secret }) => {
      onMade(secret);
      await client.invalidateQueries(webhooksQuery);
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t("webhook.new")}
      okButtonProps={{ disabled: name.trim() === "" || !URL.canParse(url), loading: make.isPending }}
      onOk={() => make.mutate()}
    >
      <FormFault error={make.error} />
      <div className="stacked">
        <label>
          <span>{t("webhook.name")}</span>
          <Input autoFocus value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <label>
          <span>{t("webhook.url")}</span>
          <Input type="url" value={url} onChange={({ target }) => setUrl(target.value)} />
        </label>
        <div>
          <span>{t("webhook.objects")}</span>
          <Select
            mode="multiple"
            aria-label={t("webhook.objects")}
            value={objects}
            optionFilterProp="label"
            options={index.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
            onChange={setObjects}
          />
        </div>
        <Checkbox checked={values} onChange={({ target }) => setValues(target.checked)}>
          {t("webhook.values")}
        </Checkbox>
      </div>
    </Modal>
  );
}
