import { putDraft } from "@dabiao/core/model/contract.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { definitionsQuery } from "../build/definition/definition-query.ts";
import { LabelInputs } from "../build/definition/LabelInputs.tsx";
import { newKey } from "../build/definition/new-key.ts";
import { useLocale } from "../i18n/locale.ts";
import { FormFault } from "../people/FormFault.tsx";
import { useGo } from "../shell/use-go.ts";
import type { Metrics } from "./use-metrics.ts";

interface NewMetricDialogProps {
  readonly kind: "metric" | "kpi";
  readonly metrics: Metrics;
  /** What it is made of, and how it is called at first. */
  readonly of?: { readonly key: string; readonly label: LocalText };
  readonly onClose: () => void;
}

/** A new metric of an object, or a new KPI of a metric: a name and one choice, the rest is done in the designer. */
export function NewMetricDialog({ kind, metrics, of, onClose }: NewMetricDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const go = useGo();
  const known = useQuery(definitionsQuery(kind)).data?.items ?? [];
  const [label, setLabel] = useState<LocalText>(of?.label ?? { zh: "" });
  const source = kind === "metric" ? metrics.objects : metrics.metrics;
  const [from, setFrom] = useState(of?.key ?? source[0]?.key ?? "");
  const key =
    label.zh.trim() === ""
      ? ""
      : newKey(
          label,
          known.map((item) => item.key),
        );
  const make = useMutation({
    mutationFn: () => {
      const body = kind === "metric" ? firstMetric(label, from) : firstKpi(label, from);
      return call(putDraft, { params: { kind, key }, body: { body: body as never } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      onClose();
      go(kind === "metric" ? `/kpi/lib/${key}` : `/kpi/lib/${key}?kind=kpi`);
    },
  });
  return (
    <Modal
      open
      title={t(kind === "metric" ? "library.new" : "library.newKpi")}
      okButtonProps={{ disabled: key === "" || from === "", loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <FormFault error={make.error} />
      <LabelInputs value={label} onChange={setLabel} autoFocus />
      <div className="library-from">
        <span>{t(kind === "metric" ? "metric.object" : "library.ofMetric")}</span>
        <Select
          value={from}
          options={source.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t(kind === "metric" ? "metric.object" : "library.ofMetric")}
          onChange={setFrom}
        />
      </div>
    </Modal>
  );
}

/** A count by the day of creation: right for any object until it is changed. */
function firstMetric(label: LocalText, object: string) {
  return {
    label,
    unit: { kind: "count", decimals: 0 },
    direction: "up",
    measure: {
      kind: "aggregate",
      object,
      aggregate: "count",
      date: "created_at",
      basis: "created",
      credit: { kind: "owner", at: "event" },
    },
    dimensions: [],
    calendar: "company",
  };
}

function firstKpi(label: LocalText, metric: string) {
  const thresholds = { ahead: 120, ok: 95, watch: 80 };
  return { label, metric, type: "result", grain: "month", cadence: "week", thresholds, step: "1" };
}
