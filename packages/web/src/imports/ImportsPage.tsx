import type { Import } from "@dabiao/core/imports/import.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Table, Tag, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { importsQuery } from "./import-queries.ts";
import { shownCounts } from "./shown-counts.ts";
import "./imports.css";
import "./messages.ts";

const COLORS: Partial<Record<Import["state"], string>> = { done: "success", failed: "error", running: "processing" };

/** What was imported, newest first; each opens where it stands. */
export function ImportsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const query = useQuery(importsQuery);
  const start = (
    <Button type="primary" onClick={() => go("/build/import/new")}>
      {t("import.new")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("import.title")} actions={start} />
      <Region query={query}>{({ items }) => <ImportList items={items} />}</Region>
    </>
  );
}

function ImportList({ items }: { readonly items: readonly Import[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (items.length === 0) {
    return (
      <Empty description={t("import.none")}>
        <Typography.Text type="secondary">{t("import.none.hint")}</Typography.Text>
      </Empty>
    );
  }
  return (
    <Table<Import>
      className="import-table"
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={[...items]}
      columns={[
        {
          title: t("import.col.file"),
          render: (_, { id, fileName }) => <PathLink to={`/build/import/${id}`}>{fileName}</PathLink>,
        },
        { title: t("import.col.when"), render: (_, { createdAt }) => new Date(createdAt).toLocaleString(locale) },
        {
          title: t("import.col.state"),
          render: (_, { state }) => <Tag color={COLORS[state] ?? "default"}>{t(`import.state.${state}`)}</Tag>,
        },
        {
          title: t("import.col.counts"),
          render: (_, { counts, mapping }) => (mapping ? t("import.will", shownCounts(counts, locale)) : ""),
        },
      ]}
    />
  );
}
