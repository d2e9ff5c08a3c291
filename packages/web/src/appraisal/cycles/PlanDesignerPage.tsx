import type { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import { appraisalPlanKind } from "@dabiao/core/appraisal/plan-kind.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../../build/definition/DependantsTab.tsx";
import { DraftBar } from "../../build/definition/DraftBar.tsx";
import { definitionQuery } from "../../build/definition/definition-query.ts";
import { LabelInputs } from "../../build/definition/LabelInputs.tsx";
import { type Draft, useDraft } from "../../build/definition/use-draft.ts";
import { VersionsTab } from "../../build/definition/VersionsTab.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { DesignField } from "../../metrics/DesignField.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { cardsQuery } from "../queries.ts";
import { NumberInput } from "../rule/NumberInput.tsx";
import { GuideFields } from "./GuideFields.tsx";
import { StageRows } from "./StageRows.tsx";
import "../../metrics/library.css";
import "../cards/card-messages.ts";
import "../rule/rule.css";
import "./cycle-messages.ts";
import "./cycles.css";

/** An appraisal plan: which cards, through which steps, with which guide. */
export function PlanDesignerPage() {
  const { t } = useTranslation();
  const { key = "" } = useParams({ strict: false });
  const detail = useQuery(definitionQuery("appraisal_plan", key));
  return (
    <>
      <p className="library-back">
        <PathLink to="/kpi/cycles">{t("cycles.title")}</PathLink>
      </p>
      <Region query={detail}>{(data) => <PlanDesigner key={key} detail={data} />}</Region>
    </>
  );
}

function PlanDesigner({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const draft = useDraft(appraisalPlanKind, detail);
  return (
    <>
      <PageHead
        title={localText(draft.body.label, locale)}
        beside={<code className="muted">{detail.key}</code>}
        actions={<DraftBar draft={draft} />}
      />
      <PageTabs
        label={t("plan.parts")}
        items={[
          { key: "plan", label: t("plan.design"), children: <PlanForm draft={draft} /> },
          { key: "usage", label: t("designer.usage"), children: <DependantsTab detail={detail} back="/kpi/cycles" /> },
          { key: "versions", label: t("designer.versions"), children: <VersionsTab detail={detail} /> },
        ]}
      />
    </>
  );
}

function PlanForm({ draft: { body, change, issues } }: { readonly draft: Draft<AppraisalPlanBody> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const cards = useQuery(cardsQuery).data?.cards ?? [];
  return (
    <div className="designer-form">
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <DesignField label={t("plan.cards")} hint={t("plan.cards.hint")} path={["cards"]} issues={issues}>
        <Select
          mode="multiple"
          value={body.cards}
          aria-label={t("plan.cards")}
          options={cards.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          onChange={(next: string[]) => change({ ...body, cards: next })}
        />
      </DesignField>
      <DesignField label={t("plan.stages")} hint={t("plan.stages.hint")} path={["stages"]} issues={issues}>
        <StageRows stages={body.stages} onChange={(stages) => change({ ...body, stages })} />
      </DesignField>
      <DesignField label={t("plan.guide")} hint={t("plan.guide.hint")} path={["distribution"]} issues={issues}>
        <GuideFields
          guide={body.distribution}
          onChange={(distribution) => {
            const { distribution: _, ...rest } = body;
            change(distribution === undefined ? rest : { ...body, distribution });
          }}
        />
      </DesignField>
      <div className="design-row">
        <DesignField label={t("plan.appealDays")}>
          <InputNumber
            min={1}
            max={60}
            value={body.appealDays}
            aria-label={t("plan.appealDays")}
            onChange={(appealDays) => change({ ...body, appealDays: appealDays ?? 5 })}
          />
        </DesignField>
        <DesignField label={t("plan.minServed")} hint={t("plan.minServed.hint")}>
          <NumberInput
            percent
            value={body.minServed}
            label={t("plan.minServed")}
            onChange={(minServed) => change({ ...body, minServed })}
          />
        </DesignField>
      </div>
    </div>
  );
}
