import { scorecardKind } from "@dabiao/core/appraisal/scorecard-kind.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../../build/definition/DependantsTab.tsx";
import { DraftBar } from "../../build/definition/DraftBar.tsx";
import { definitionQuery } from "../../build/definition/definition-query.ts";
import { useDraft } from "../../build/definition/use-draft.ts";
import { VersionsTab } from "../../build/definition/VersionsTab.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { CardForTab } from "./CardForTab.tsx";
import { CardPreviewTab } from "./CardPreviewTab.tsx";
import { ItemsTab } from "./ItemsTab.tsx";
import { TotalTab } from "./TotalTab.tsx";
import { VetoesTab } from "./VetoesTab.tsx";
import "../../metrics/designer-messages.ts";
import "../../metrics/library.css";
import "../../metrics/messages.ts";
import "./card-messages.ts";
import "./cards.css";

/** One scorecard, from its lines to who gets it. */
export function CardDesignerPage() {
  const { t } = useTranslation();
  const { key = "" } = useParams({ strict: false });
  const detail = useQuery(definitionQuery("scorecard", key));
  return (
    <>
      <p className="library-back">
        <PathLink to="/kpi/cards">{t("cards.title")}</PathLink>
      </p>
      <Region query={detail}>{(data) => <CardDesigner key={key} detail={data} />}</Region>
    </>
  );
}

function CardDesigner({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const draft = useDraft(scorecardKind, detail);
  return (
    <>
      <PageHead
        title={localText(draft.body.label, locale)}
        beside={<code className="muted">{detail.key}</code>}
        actions={<DraftBar draft={draft} />}
      />
      <PageTabs
        label={t("cards.parts")}
        items={[
          { key: "items", label: t("cards.items"), children: <ItemsTab draft={draft} /> },
          { key: "total", label: t("cards.total"), children: <TotalTab draft={draft} /> },
          { key: "vetoes", label: t("cards.vetoes"), children: <VetoesTab draft={draft} /> },
          { key: "for", label: t("cards.for"), children: <CardForTab draft={draft} /> },
          { key: "preview", label: t("cards.preview"), children: <CardPreviewTab draft={draft} /> },
          { key: "usage", label: t("designer.usage"), children: <DependantsTab detail={detail} back="/kpi/cards" /> },
          { key: "versions", label: t("designer.versions"), children: <VersionsTab detail={detail} /> },
        ]}
      />
    </>
  );
}
