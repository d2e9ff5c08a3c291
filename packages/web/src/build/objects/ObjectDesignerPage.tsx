import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { useGo } from "../../shell/use-go.ts";
import { DependantsTab } from "../definition/DependantsTab.tsx";
import { DraftBar } from "../definition/DraftBar.tsx";
import { definitionQuery } from "../definition/definition-query.ts";
import { useDraft } from "../definition/use-draft.ts";
import { VersionsTab } from "../definition/VersionsTab.tsx";
import { FieldsTab } from "./FieldsTab.tsx";
import { FormsTab } from "./FormsTab.tsx";
import { ObjectTab } from "./ObjectTab.tsx";
import { OperationsStrip } from "./OperationsStrip.tsx";
import { usePageWorld } from "./page-world.ts";
import { RightsTab } from "./RightsTab.tsx";
import { ViewsTab } from "./ViewsTab.tsx";
import "./messages.ts";
import "./objects.css";

/** W11: an object's fields, forms and views, its rights, who uses it, and its versions. */
export function ObjectDesignerPage() {
  const { key = "" } = useParams({ strict: false });
  const detail = useQuery(definitionQuery("object", key));
  return <Region query={detail}>{(data) => <Designer key={key} detail={data} />}</Region>;
}

function Designer({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const draft = useDraft(objectSchema, detail);
  const world = usePageWorld(detail.key, draft.body);
  const { key, published } = detail;
  return (
    <>
      <PageHead
        title={localText(draft.body.label, locale)}
        beside={
          <>
            <code className="muted">{key}</code>
            {detail.package !== null && <Tag>{t("definition.package")}</Tag>}
            {detail.overridden && <Tag color="processing">{t("definition.overridden")}</Tag>}
            {published !== null && (
              <Button type="link" size="small" onClick={() => go(`/o/${key}`)}>
                {t("objects.records")}
              </Button>
            )}
          </>
        }
        actions={<DraftBar draft={draft} />}
      />
      <OperationsStrip object={key} />
      <PageTabs
        label={t("objects.tabs")}
        items={[
          { key: "fields", label: t("objects.tab.fields"), children: <FieldsTab draft={draft} world={world} /> },
          { key: "object", label: t("objects.tab.object"), children: <ObjectTab draft={draft} world={world} /> },
          { key: "forms", label: t("objects.tab.forms"), children: <FormsTab object={key} world={world} /> },
          { key: "views", label: t("objects.tab.views"), children: <ViewsTab object={key} world={world} /> },
          { key: "rights", label: t("objects.tab.rights"), children: <RightsTab object={key} /> },
          {
            key: "usage",
            label: t("objects.tab.usage"),
            children: <DependantsTab detail={detail} back="/build/objects" />,
          },
          { key: "versions", label: t("objects.tab.versions"), children: <VersionsTab detail={detail} /> },
        ]}
      />
    </>
  );
}
