import { PlusOutlined } from "@ant-design/icons";
import type { DefinitionSummary } from "@dabiao/core/model/contract.ts";
import { LocalText, localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { useKeys } from "../../shell/keys.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useGo } from "../../shell/use-go.ts";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { NewObjectDialog } from "./NewObjectDialog.tsx";
import { OperationsStrip } from "./OperationsStrip.tsx";
import "../definition/messages.ts";
import "./messages.ts";
import "./objects.css";

/** 8.1: every kind of record, and the way to a new one. */
export function ObjectsPage() {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [making, setMaking] = useState(false);
  const objects = useQuery(definitionsQuery("object"));
  useKeys({ c: () => setMaking(true) });
  return (
    <>
      <PageHead
        title={t("objects.title")}
        actions={
          <>
            <Input.Search
              className="objects-search"
              allowClear
              placeholder={t("objects.search")}
              aria-label={t("objects.search")}
              onChange={(event) => setWords(event.target.value)}
            />
            <ImportLink />
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
              {t("objects.new")}
            </Button>
          </>
        }
      />
      <OperationsStrip />
      <Region query={objects} rows={8}>
        {({ items }) => {
          const wanted = words.trim().toLowerCase();
          const shown = items.filter(({ key, label }) => `${key} ${label}`.toLowerCase().includes(wanted));
          if (items.length === 0) return <Empty description={t("objects.empty")} />;
          return (
            <ul className="object-cards">
              {shown.map((item) => (
                <ObjectCard key={item.key} item={item} />
              ))}
            </ul>
          );
        }}
      </Region>
      <NewObjectDialog open={making} onClose={() => setMaking(false)} />
    </>
  );
}

function ImportLink() {
  const { t } = useTranslation();
  const go = useGo();
  return <Button onClick={() => go("/build/import")}>{t("objects.fromFile")}</Button>;
}

function ObjectCard({ item }: { readonly item: DefinitionSummary }) {
  const { t } = useTranslation();
  const go = useGo();
  const locale = useLocale();
  const detail = useQuery({ ...definitionQuery("object", item.key), staleTime: 60_000 }).data;
  const body = (detail?.draft ?? detail?.body) as
    | { label?: unknown; fields?: { archived?: boolean }[] }
    | null
    | undefined;
  const label = LocalText.safeParse(body?.label);
  const count = body?.fields?.filter(({ archived }) => !archived).length;
  const path = `/build/objects/${item.key}`;
  return (
    <li className="card object-card">
      <a
        href={path}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          go(path);
        }}
      >
        <strong>{label.success ? localText(label.data, locale) : item.label}</strong>{" "}
        <code className="muted">{item.key}</code>
      </a>
      <div className="muted">{count === undefined ? "…" : t("objects.fields", { count })}</div>
      <div className="object-marks">
        {item.package !== null && <Tag>{t("definition.package")}</Tag>}
        {item.overridden && <Tag color="processing">{t("definition.overridden")}</Tag>}
        {item.published === null && <Tag color="warning">{t("definition.new")}</Tag>}
        {item.hasDraft && item.published !== null && <Tag color="warning">{t("definition.draft")}</Tag>}
        {item.building !== null && <Tag color="processing">{t("definition.building")}</Tag>}
      </div>
    </li>
  );
}
