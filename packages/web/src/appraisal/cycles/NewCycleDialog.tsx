import { createCycle } from "@dabiao/core/appraisal/contract.ts";
import { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import { periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { useQuery } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { definitionQuery } from "../../build/definition/definition-query.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { PeriodPicker } from "../../metrics/PeriodPicker.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useGo } from "../../shell/use-go.ts";
import { cardsQuery } from "../queries.ts";
import { useAct } from "../use-act.ts";

interface NewCycleDialogProps {
  readonly plans: readonly { readonly key: string; readonly label: string; readonly published: number | null }[];
  readonly onClose: () => void;
}

/** A cycle is a plan and a period; its people and cards follow from them. */
export function NewCycleDialog({ plans, onClose }: NewCycleDialogProps) {
  const { t } = useTranslation();
  const go = useGo();
  const metrics = useMetrics();
  const ready = plans.filter(({ published }) => published !== null);
  const [plan, setPlan] = useState(ready[0]?.key ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const body = AppraisalPlanBody.safeParse(useQuery(definitionQuery("appraisal_plan", plan)).data?.body).data;
  const grain = useQuery(cardsQuery).data?.cards.find(({ key }) => body?.cards.includes(key))?.grain ?? "month";
  const now = periodOf(metrics.today, grain, metrics.calendar);
  // The period just ended is what is usually appraised.
  const period = chosen ?? (previousPeriod(now, metrics.calendar) ?? now).key;
  const make = useAct(createCycle, t("cycles.made"), ({ id }) => {
    onClose();
    go(`/kpi/cycles/${id}`);
  });
  return (
    <Modal
      open
      title={t("cycles.new")}
      okText={t("cycles.make")}
      okButtonProps={{ disabled: plan === "", loading: make.isPending }}
      onOk={() => make.mutate({ body: { plan, period } })}
      onCancel={onClose}
    >
      <FormFault error={make.error} />
      <DesignField label={t("cycles.plan")}>
        <Select
          value={plan}
          aria-label={t("cycles.plan")}
          options={ready.map(({ key, label }) => ({ value: key, label }))}
          onChange={(next) => {
            setPlan(next);
            setChosen(null);
          }}
        />
      </DesignField>
      <DesignField label={t("cards.preview.period")}>
        <PeriodPicker
          value={period}
          calendar={metrics.calendar}
          today={metrics.today}
          grains={[grain]}
          onChange={setChosen}
        />
      </DesignField>
    </Modal>
  );
}
