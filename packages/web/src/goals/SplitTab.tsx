import { splitTargets } from "@dabiao/core/goals/contract.ts";
import type { SplitInto, SplitMethod, Target } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { shortPeriodName } from "../metrics/period-name.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import type { GoalPlace } from "./GoalDrawer.tsx";

type Into = Exclude<SplitInto["kind"], "slices">;
type Method = Exclude<SplitMethod["kind"], "capacity" | "potential" | "copy">;

const METHODS: Readonly<Record<Into, readonly Method[]>> = {
  units: ["history", "even", "weights"],
  members: ["history", "even", "weights"],
  periods: ["history", "seasonality", "workdays", "even", "weights"],
};

interface SplitTabProps {
  readonly place: GoalPlace;
  readonly metrics: Metrics;
}

/** Hands a target down by a method: looked at first, then kept. What is locked keeps its value. */
export function SplitTab({ place: { kpi, subject, period, cell, row } }: SplitTabProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const kinds: readonly Into[] =
    subject.kind === "member"
      ? ["periods"]
      : row.children?.some((child) => child.subject.kind === "unit")
        ? ["units", "members", "periods"]
        : ["members", "periods"];
  const [into, setInto] = useState<Into>(kinds[0] ?? "periods");
  const [method, setMethod] = useState<Method>("history");
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const split = {
    kpi: kpi.key,
    subject,
    period,
    into:
      into === "periods" ? { kind: into, grain: period.length === 4 ? ("month" as const) : undefined } : { kind: into },
    method: method === "weights" ? { kind: method, weights } : { kind: method },
    reason: reason.trim() || t(`goals.method.${method}`),
  } as Parameters<typeof call<typeof splitTargets>>[1]["body"];
  const preview = useMutation({ mutationFn: () => call(splitTargets, { body: { ...split, preview: true } }) });
  const keep = useMutation({
    mutationFn: () => call(splitTargets, { body: split }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["goals"] });
      await client.invalidateQueries({ queryKey: ["kpi"] });
      void message.success(t("goals.splitDone"));
    },
  });
  const error = keep.error ?? preview.error;

  if (cell.own === null) return <p className="muted">{t("goals.split.needsOwn")}</p>;
  return (
    <Form layout="vertical" onFinish={() => preview.mutate()}>
      <Form.Item label={t("goals.into")}>
        <Segmented
          value={into}
          options={kinds.map((kind) => ({ value: kind, label: t(`goals.into.${kind}`) }))}
          onChange={(next) => {
            setInto(next);
            setMethod("history");
            preview.reset();
          }}
        />
      </Form.Item>
      <Form.Item label={t("goals.method")} htmlFor="goal-method" extra={t(`goals.method.${method}.hint`)}>
        <Select
          id="goal-method"
          value={method}
          options={METHODS[into].map((each) => ({ value: each, label: t(`goals.method.${each}`) }))}
          onChange={(next) => {
            setMethod(next);
            preview.reset();
          }}
        />
      </Form.Item>
      {method === "weights" && into !== "periods" && (
        <Weights row={row} into={into} weights={weights} onChange={setWeights} />
      )}
      {error && <Alert type="error" title={refusalText(error)} className="goal-alert" />}
      {preview.data && <Preview targets={preview.data.targets} />}
      {preview.data && (
        <Form.Item label={t("goals.reason")} htmlFor="split-reason">
          <Input id="split-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      )}
      <div className="goal-buttons">
        <Button htmlType="submit" loading={preview.isPending}>
          {t("goals.preview")}
        </Button>
        <Button type="primary" disabled={!preview.data} loading={keep.isPending} onClick={() => keep.mutate()}>
          {t("goals.split")}
        </Button>
      </div>
    </Form>
  );
}

interface WeightsProps {
  readonly row: GoalPlace["row"];
  readonly into: Into;
  readonly weights: Readonly<Record<string, string>>;
  readonly onChange: (weights: Readonly<Record<string, string>>) => void;
}

function Weights({ row, into, weights, onChange }: WeightsProps) {
  const { t } = useTranslation();
  const kind = into === "units" ? "unit" : "member";
  const children = (row.children ?? []).flatMap(({ subject, name }) =>
    subject.kind === kind ? [{ id: subject.id, name }] : [],
  );
  return children.map(({ id, name }) => (
    <Form.Item key={id} label={name} htmlFor={`weight-${id}`} layout="horizontal">
      <Input
        id={`weight-${id}`}
        inputMode="decimal"
        value={weights[id] ?? ""}
        placeholder={t("goals.weight")}
        onChange={({ target }) => onChange({ ...weights, [id]: target.value.trim() })}
      />
    </Form.Item>
  ));
}

function Preview({ targets }: { readonly targets: readonly Target[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const isPeriods = new Set(targets.map(({ period }) => period)).size > 1;
  return (
    <table className="goal-preview" aria-label={t("goals.preview")}>
      <tbody>
        {targets.map(({ subject, period, amount, locked }) => (
          <tr key={`${period}${subject.kind === "company" ? "" : subject.id}`}>
            <td>
              {isPeriods
                ? shortPeriodName(period, locale)
                : subject.kind === "company"
                  ? ""
                  : (nameOf(subject.id) ?? "")}
            </td>
            <td className="muted">{locked ? t("goals.locked") : ""}</td>
            <td className="goal-figure">
              {formatTable(decimal(amount), { decimals: Math.min(2, decimal(amount).decimalPlaces()) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
