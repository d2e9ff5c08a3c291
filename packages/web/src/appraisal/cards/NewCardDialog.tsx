import { putDraft } from "@dabiao/core/model/contract.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { LabelInputs } from "../../build/definition/LabelInputs.tsx";
import { newKey } from "../../build/definition/new-key.ts";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useGo } from "../../shell/use-go.ts";
import { firstCard } from "./first-card.ts";

interface NewCardDialogProps {
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

const USUAL = 4;
const MOST = 10;

/** A new card: its name and a few KPIs; weights and rules follow in the designer. */
export function NewCardDialog({ taken, onClose }: NewCardDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const go = useGo();
  const { kpis } = useMetrics();
  const [label, setLabel] = useState<LocalText>({ zh: "" });
  const [picked, setPicked] = useState<readonly string[]>(() => usualKpis(kpis));
  const chosen = kpis.filter(({ key }) => picked.includes(key));
  const key = label.zh.trim() === "" ? "" : newKey(label, taken);
  const make = useMutation({
    mutationFn: () =>
      call(putDraft, { params: { kind: "scorecard", key }, body: { body: firstCard(label, chosen) as never } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      onClose();
      go(`/kpi/cards/${key}`);
    },
  });
  return (
    <Modal
      open
      title={t("cards.new")}
      okText={t("cards.create")}
      okButtonProps={{ disabled: key === "" || chosen.length === 0, loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <FormFault error={make.error} />
      <LabelInputs value={label} onChange={setLabel} autoFocus />
      <DesignField label={t("cards.kpis")} hint={t("cards.kpis.hint")}>
        <Select
          mode="multiple"
          maxCount={MOST}
          value={[...picked]}
          aria-label={t("cards.kpis")}
          showSearch={{ optionFilterProp: "label" }}
          options={kpis.map((kpi) => ({
            value: kpi.key,
            label: `${localText(kpi.label, locale)} · ${t(`designer.type.${kpi.type}`)}`,
          }))}
          onChange={setPicked}
        />
      </DesignField>
    </Modal>
  );
}

/** Results first and the way to them: two results and two of the process, where there are so many. */
function usualKpis(kpis: readonly { readonly key: string; readonly type: string }[]): string[] {
  const of = (type: string) => kpis.filter((kpi) => kpi.type === type).slice(0, USUAL / 2);
  return [...of("result"), ...of("process")].map(({ key }) => key);
}
