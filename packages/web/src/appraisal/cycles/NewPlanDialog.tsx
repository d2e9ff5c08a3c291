import { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import { putDraft } from "@dabiao/core/model/contract.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { LabelInputs } from "../../build/definition/LabelInputs.tsx";
import { newKey } from "../../build/definition/new-key.ts";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { FormFault } from "../../people/FormFault.tsx";
import { useGo } from "../../shell/use-go.ts";
import { cardsQuery } from "../queries.ts";

interface NewPlanDialogProps {
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** A plan begins with its name and its cards; steps and days are given and can be changed. */
export function NewPlanDialog({ taken, onClose }: NewPlanDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const go = useGo();
  const cards = useQuery(cardsQuery).data?.cards ?? [];
  const [label, setLabel] = useState<LocalText>({ zh: "" });
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const chosen = picked ?? cards.map(({ key }) => key);
  const key = label.zh.trim() === "" ? "" : newKey(label, taken);
  const make = useMutation({
    mutationFn: () => {
      const body = AppraisalPlanBody.parse({ label, cards: chosen });
      return call(putDraft, { params: { kind: "appraisal_plan", key }, body: { body: body as never } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      onClose();
      go(`/kpi/plans/${key}`);
    },
  });
  return (
    <Modal
      open
      title={t("cycles.newPlan")}
      okText={t("cards.create")}
      okButtonProps={{ disabled: key === "" || chosen.length === 0, loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <FormFault error={make.error} />
      <LabelInputs value={label} onChange={setLabel} autoFocus />
      <DesignField label={t("plan.cards")} hint={t("plan.cards.hint")}>
        <Select
          mode="multiple"
          value={[...chosen]}
          aria-label={t("plan.cards")}
          options={cards.map((card) => ({ value: card.key, label: localText(card.label, locale) }))}
          onChange={setPicked}
        />
      </DesignField>
    </Modal>
  );
}
