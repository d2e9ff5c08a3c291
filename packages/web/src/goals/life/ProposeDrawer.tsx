import { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { previewGoalChange, proposeGoalChange } from "@dabiao/core/goals/goal-change-contract.ts";
import { getDefinition } from "@dabiao/core/model/contract.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Button, Drawer } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { amountText } from "../amount-text.ts";
import { type ChangeDraft, ChangeForm, draftBody } from "./ChangeForm.tsx";
import { ChangedPeople, ChangeLines } from "./ChangeLines.tsx";
import { useLifeAct } from "./use-life-act.ts";

/** Proposes a change; what it would do is worked out while it is typed. */
export function ProposeDrawer({ onClose }: { readonly onClose: (id?: string) => void }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const { kpis, today } = useMetrics();
  const [draft, setDraft] = useState<ChangeDraft>({
    kpi: kpis[0]?.key ?? "",
    from: today,
    until: "",
    unit: null,
    member: null,
    effect: "factor",
    factor: "0.8",
    tiers: [{ slice: "", factor: "0.8" }],
    amount: null,
    mode: "prorate",
    above: "follow",
    reason: "",
  });
  const definition = useQuery({
    queryKey: ["goals", "kpiDraft", draft.kpi],
    queryFn: ({ signal }) => call(getDefinition, { params: { kind: "kpi", key: draft.kpi }, signal }),
    enabled: draft.effect === "definition",
    retry: false,
  });
  const body = draftBody(draft, definition.data?.draft);
  const asked = useDeferredValue(body && JSON.stringify({ ...body, reason: body.reason || t("change.preview") }));
  const preview = useQuery({
    queryKey: ["goals", "changePreview", asked],
    queryFn: ({ signal }) => call(previewGoalChange, { body: NewGoalChange.parse(JSON.parse(asked ?? "{}")), signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const propose = useLifeAct(
    (given: NonNullable<typeof body>) => call(proposeGoalChange, { body: given }),
    t("change.proposed"),
  );
  const fault = propose.error ?? (asked === null ? null : preview.error);
  const { data } = preview;
  return (
    <Drawer open size="large" title={t("change.propose")} onClose={() => onClose()}>
      <ChangeForm draft={draft} onChange={(next) => setDraft({ ...draft, ...next })} />
      {draft.effect === "definition" && definition.data && definition.data.draft === null && (
        <Alert type="info" title={t("change.definition.none")} className="life-alert" />
      )}
      {fault && <Alert type="error" title={refusalText(fault)} className="life-alert" />}
      {data && !preview.error && asked !== null && (
        <>
          <h2 className="life-section">{t("change.preview")}</h2>
          <p>
            {t("change.summary", {
              targets: data.summary.targets,
              people: data.summary.people,
              before: amountText(data.summary.before),
              after: amountText(data.summary.after),
            })}
          </p>
          <p>{t(data.summary.approvals === 2 ? "change.needs.two" : "change.needs.one")}</p>
          {data.summary.changesBefore > 0 && (
            <Alert
              type="warning"
              title={t("change.frequent", { count: data.summary.changesBefore + 1 })}
              className="life-alert"
            />
          )}
          {data.summary.locked > 0 && (
            <Alert type="warning" title={t("change.locked", { count: data.summary.locked })} className="life-alert" />
          )}
          {data.people.length > 0 && <ChangedPeople people={data.people} />}
          <ChangeLines kpi={kpis.find(({ key }) => key === draft.kpi)} lines={data.lines.slice(0, 200)} />
        </>
      )}
      <Button
        type="primary"
        disabled={body === null || body.reason === "" || Boolean(preview.error)}
        loading={propose.isPending}
        onClick={() => body && propose.mutate(body, { onSuccess: ({ id }) => onClose(id) })}
      >
        {t("change.submit")}
      </Button>
    </Drawer>
  );
}
