import { splitMethods } from "@dabiao/core/goals/plan-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal, Segmented, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { periodName } from "../../metrics/period-name.ts";
import type { KpiInfo, Metrics } from "../../metrics/use-metrics.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { GOAL_GRAINS } from "../goals-state.ts";
import type { GoalPlace } from "../tree/goal-node.ts";
import { type GoalWrite, spotOf } from "../use-goal-write.ts";
import { MethodTable } from "./MethodTable.tsx";
import {
  bufferOf,
  type IntoChoice,
  intoOf,
  methodOf,
  numbersOf,
  ruleOf,
  type SplitChoice,
  share,
} from "./split-choice.ts";

interface SplitDialogProps {
  readonly kpi: KpiInfo;
  readonly place: GoalPlace;
  readonly metrics: Metrics;
  readonly dimensions: readonly string[];
  /** Rates are handed down as they are, all else is divided. */
  readonly additive: boolean;
  readonly write: GoalWrite;
  readonly isDraft: boolean;
  readonly onClose: () => void;
}

const RULES = ["exact", "over", "under", "independent"] as const;

/** 分解: every method beside the others, with what each child would have to grow; one of them is taken. */
export function SplitDialog({ kpi, place, metrics, dimensions, additive, write, isDraft, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const { row, column } = place;
  const ways = waysInto(place, dimensions);
  const [choice, setChoice] = useState<SplitChoice>({
    into: ways[0] ?? "periods",
    grain: "month",
    dimension: dimensions[0] ?? "",
    method: additive ? "history" : "copy",
    weights: {},
    newcomers: "0",
    buffer: "0",
    over: "10",
    rule: "exact",
  });
  const [reason, setReason] = useState("");
  const dimensionName = (dimension: string) => {
    const found = kpi.metric.dimensions.find(({ path }) => path.join(".") === dimension);
    return found ? localText(found.label, locale) : dimension;
  };
  const change = (part: Partial<SplitChoice>) => setChoice({ ...choice, ...part });
  const asked = useDeferredValue(choice);
  const body = {
    kpi: kpi.key,
    ...spotOf(place),
    into: intoOf(asked),
    ...(place.cell.amount === null ? {} : { amount: place.cell.amount }),
    newcomers: share(asked.newcomers),
    ...(bufferOf(asked) ? { buffer: bufferOf(asked) } : {}),
    k: asked.rule === "over" ? share(asked.over) : "0",
    ...(asked.method === "weights" ? { weights: numbersOf(asked.weights) } : {}),
    ...(asked.method === "potential" ? { potentials: numbersOf(asked.weights) } : {}),
  };
  const methods = useQuery({
    queryKey: ["goals", "methods", body],
    queryFn: ({ signal }) => call(splitMethods, { body, signal }),
    select: (answer) => ({
      ...answer,
      methods: answer.methods.filter(({ method }) => (method === "copy") !== additive),
    }),
    placeholderData: keepPreviousData,
  });
  const chosen = methods.data?.methods.find(({ method }) => method === choice.method);

  function apply() {
    const buffer = bufferOf(choice);
    write.mutate(
      {
        place,
        change: {
          kind: "split",
          into: intoOf(choice),
          method: methodOf(choice),
          rule: ruleOf(choice),
          ...(buffer ? { buffer } : {}),
          reason: reason.trim() || t(`goals.method.${choice.method}`),
        },
      },
      {
        onSuccess: () => {
          onClose();
          void message.success(t(isDraft ? "goals.splitDrafted" : "goals.splitDone"));
        },
      },
    );
  }

  return (
    <Modal
      open
      width={isPhone ? "100%" : 1080}
      title={t("goals.split.title", { name: row.name, period: periodName(column.period, metrics.calendar, locale) })}
      okText={t("goals.split.apply", { method: t(`goals.method.${choice.method}`) })}
      okButtonProps={{
        loading: write.isPending,
        disabled: !chosen || (chosen.shares.length === 0 && choice.method !== "weights"),
      }}
      onOk={apply}
      onCancel={onClose}
    >
      <div className="split-options">
        <Segmented
          value={choice.into}
          options={ways.map((value) => ({ value, label: t(`goals.into.${value}`) }))}
          onChange={(into) => change({ into, weights: {} })}
        />
        {choice.into === "periods" && (
          <Select
            value={choice.grain}
            aria-label={t("goals.grain")}
            options={GOAL_GRAINS.map((value) => ({ value, label: t(`goals.grain.${value}`) }))}
            onChange={(grain) => change({ grain })}
          />
        )}
        {choice.into === "slices" && (
          <Select
            value={choice.dimension}
            aria-label={t("goals.dimension")}
            popupMatchSelectWidth={false}
            options={dimensions.map((value) => ({ value, label: dimensionName(value) }))}
            onChange={(dimension) => change({ dimension, weights: {} })}
          />
        )}
        {isPhone && (
          <Select
            value={choice.method}
            aria-label={t("goals.method")}
            options={(methods.data?.methods ?? []).map(({ method }) => ({
              value: method,
              label: t(`goals.method.${method}`),
            }))}
            onChange={(method) => change({ method })}
          />
        )}
        <Percent label={t("goals.split.buffer")} value={choice.buffer} onChange={(buffer) => change({ buffer })} />
        {choice.into !== "periods" && (
          <Percent
            label={t("goals.split.newcomers")}
            value={choice.newcomers}
            onChange={(newcomers) => change({ newcomers })}
          />
        )}
        <Select
          value={choice.rule}
          aria-label={t("goals.split.rule")}
          popupMatchSelectWidth={false}
          options={RULES.map((value) => ({ value, label: t(`goals.rule.${value}`) }))}
          onChange={(rule) => change({ rule })}
        />
        {choice.rule === "over" && (
          <Percent label={t("goals.split.over")} value={choice.over} onChange={(over) => change({ over })} />
        )}
      </div>
      <Region query={methods} rows={6}>
        {(answer) => (
          <MethodTable
            answer={answer}
            method={choice.method}
            weights={choice.weights}
            narrow={isPhone}
            onMethod={(method) => change({ method })}
            onWeight={(id, weight) => change({ weights: { ...choice.weights, [id]: weight } })}
          />
        )}
      </Region>
      {write.error && <Alert type="error" title={refusalText(write.error)} className="goal-alert" />}
      {!isDraft && (
        <Form.Item label={t("goals.reason")} htmlFor="split-reason" layout="vertical">
          <Input id="split-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      )}
    </Modal>
  );
}

interface PercentProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Percent({ label, value, onChange }: PercentProps) {
  return (
    <Input
      className="split-percent"
      inputMode="decimal"
      prefix={label}
      suffix="%"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function waysInto({ row }: GoalPlace, dimensions: readonly string[]): IntoChoice[] {
  const people: IntoChoice[] = row.subject.kind === "member" ? [] : ["units", "members"];
  const slices: IntoChoice[] = dimensions.length > 0 && row.slice === null ? ["slices"] : [];
  return [...people, "periods", ...slices];
}
