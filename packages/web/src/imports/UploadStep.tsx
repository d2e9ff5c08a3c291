import { InboxOutlined } from "@ant-design/icons";
import { checkImport, uploadImport } from "@dabiao/core/imports/contract.ts";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Progress, Space, Typography, Upload } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal, call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";
import { upload } from "../api/upload.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { useGo } from "../shell/use-go.ts";
import { suggestionQuery } from "./import-queries.ts";
import "./imports.css";
import "./messages.ts";

/** A mapping found without asking is checked without asking; what is wrong with it shows in the next step. */
async function checkAtOnce(id: string): Promise<void> {
  const { mapping } = await queryClient.fetchQuery(suggestionQuery(id, 0));
  await call(checkImport, { params: { id }, body: mapping }).catch((error: unknown) => {
    if (!(error instanceof ApiRefusal)) throw error;
  });
}

/** The file goes to the server as it is; a cancelled upload leaves nothing there. `back` is where the import leads at its end. */
export function UploadStep({ back }: { readonly back?: string | undefined }) {
  const { t } = useTranslation();
  const go = useGo();
  const refusalText = useRefusalText();
  const [part, setPart] = useState(0);
  const stop = useRef(new AbortController());
  const sending = useMutation({
    mutationFn: async (file: File) => {
      stop.current = new AbortController();
      setPart(0);
      const stored = await upload(uploadImport, file, { onProgress: setPart, signal: stop.current.signal });
      if (stored.state === "read") await checkAtOnce(stored.id);
      return stored;
    },
    onSuccess: ({ id }) => go(`/build/import/${id}${back ? `?back=${back}` : ""}`),
  });
  const wasStopped = sending.error instanceof DOMException;
  if (sending.isPending) {
    return (
      <Space orientation="vertical" className="import-wide">
        <Typography.Text>{t("import.uploading", { name: sending.variables.name })}</Typography.Text>
        <Progress
          percent={Math.round(part * 100)}
          aria-label={t("import.uploading", { name: sending.variables.name })}
        />
        <Button onClick={() => stop.current.abort()}>{t("import.cancel")}</Button>
      </Space>
    );
  }
  return (
    <Space orientation="vertical" className="import-wide">
      {sending.error && !wasStopped && <Alert type="error" showIcon title={refusalText(sending.error)} />}
      <Upload.Dragger
        accept=".csv,.txt,.tsv,.xlsx,.xls"
        multiple={false}
        showUploadList={false}
        beforeUpload={(file) => {
          sending.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t("import.drop")}</p>
        <p className="ant-upload-hint">{t("import.drop.hint")}</p>
      </Upload.Dragger>
    </Space>
  );
}
