import { cancelImport } from "@dabiao/core/imports/contract.ts";
import type { Import } from "@dabiao/core/imports/import.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Progress, Space, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { importQuery } from "./import-queries.ts";

interface WorkBarProps {
  readonly stored: Import;
  readonly title: string;
  readonly hint: string;
}

/** Writing under way: how far, how fast, how long still. */
export function RunStep({ stored }: { readonly stored: Import }) {
  const { t } = useTranslation();
  return <WorkBar stored={stored} title={t("import.running")} hint={t("import.leave")} />;
}

export function WorkBar({ stored, title, hint }: WorkBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => call(cancelImport, { params: { id: stored.id } }),
    onSettled: () => client.invalidateQueries(importQuery(stored.id)),
  });
  const { done, total } = stored.counts;
  const words = { done: done.toLocaleString(locale), total: total.toLocaleString(locale) };
  const pace = stored.rowsPerSecond?.toLocaleString(locale);
  return (
    <Space orientation="vertical" className="import-wide">
      <Typography.Text strong>{title}</Typography.Text>
      <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} status="active" aria-label={title} />
      <Typography.Text role="status" aria-live="polite">
        {pace ? t("import.pace", { ...words, pace, left: stored.secondsLeft ?? 0 }) : t("import.pace.first", words)}
      </Typography.Text>
      <Typography.Text type="secondary">{hint}</Typography.Text>
      <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t("import.cancel")}
      </Button>
    </Space>
  );
}
