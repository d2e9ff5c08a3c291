import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import {
  addAttachmentContract,
  deleteAttachmentContract,
  listAttachmentsContract,
  readAttachmentContract,
} from "@dabiao/core/records/companion-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../api/address.ts";
import { call } from "../../api/call.ts";
import { upload } from "../../api/upload.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useKeys } from "../../shell/keys.ts";
import { Region } from "../../shell/RegionState.tsx";

interface AttachmentsProps {
  readonly object: string;
  readonly id: string;
  readonly canEdit: boolean;
}

/** The files of a record; `L` adds one. */
export function Attachments({ object, id, canEdit }: AttachmentsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const chooser = useRef<HTMLInputElement>(null);
  const key = ["records", object, "files", id];
  const files = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listAttachmentsContract, { params: { object, id }, signal }),
  });
  const settle = { onSettled: () => client.invalidateQueries({ queryKey: key }), onError };
  const add = useMutation({
    async mutationFn(chosen: readonly File[]) {
      for (const file of chosen) await upload(addAttachmentContract, file, { params: { object, id } });
    },
    ...settle,
  });
  const remove = useMutation({
    mutationFn: (itemId: string) => call(deleteAttachmentContract, { params: { object, id, itemId } }),
    ...settle,
  });
  useKeys({ l: () => canEdit && chooser.current?.click() });

  function onError(error: Error) {
    void message.error(refusalText(error));
  }

  return (
    <section className="card" aria-label={t("record.files")}>
      <div className="timeline-head">
        <h2>{t("record.files")}</h2>
        {canEdit && (
          <Button
            size="small"
            icon={<UploadOutlined />}
            loading={add.isPending}
            onClick={() => chooser.current?.click()}
          >
            {t("record.files.add")}
          </Button>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("record.files.add")}
        onChange={(event) => {
          add.mutate([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Region query={files} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t("record.files.none")}</p>
          ) : (
            <ul className="files">
              {items.map((file) => (
                <li key={file.id}>
                  <PaperClipOutlined aria-hidden />
                  <a href={addressOf(readAttachmentContract, { params: { object, id, itemId: file.id } })}>
                    {file.name}
                  </a>
                  <span className="muted">{sizeText(file.size)}</span>
                  {canEdit && (
                    <Button
                      size="small"
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t("record.files.delete", { name: file.name })}
                      onClick={() => remove.mutate(file.id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Region>
    </section>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
