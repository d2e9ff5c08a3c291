import { Grain } from "@dabiao/core/calendar/grain.ts";
import { periodOf } from "@dabiao/core/calendar/period.ts";
import type { NewGoalChange as ChangeBody, NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { UnitPicker } from "../../fields/UnitPicker.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { AmountInput } from "../AmountInput.tsx";
import { DayField } from "./DayField.tsx";
import { KpiSelect } from "./KpiPeriodBar.tsx";
import { PersonField } from "./PersonField.tsx";
import { TierRows } from "./TierRows.tsx";
import "./change-messages.ts";

/** What the form holds; an amount is somebody's new target of the period the change begins in. */
export interface ChangeDraft {
  readonly kpi: string;
  readonly from: string;
  readonly until: string;
  readonly unit: string | null;
  readonly member: string | null;
  readonly effect: "factor" | "tiers" | "amounts" | "definition";
  readonly factor: string;
  readonly tiers: readonly { readonly slice: string; readonly factor: string }[];
  readonly amount: { readonly period: string; readonly amount: string | null } | null;
  readonly mode: NewGoalChange["mode"];
  readonly above: NewGoalChange["above"];
  readonly reason: string;
}

/** The change as it is sent; null while something is missing. @param definition the KPI's draft, where the KPI itself is changed */
export function draftBody(
  draft: ChangeDraft,
  definition: unknown,
): (z.input<typeof ChangeBody> & { reason: string }) | null {
  const { kpi, from, until, unit, member, mode, above, reason } = draft;
  const effect = effectOf(draft, definition);
  if (kpi === "" || from === "" || effect === null) return null;
  const scope = { units: unit ? [unit] : [], members: member ? [member] : [] };
  return { kpi, from, ...(until === "" ? {} : { until }), scope, effect, mode, above, reason: reason.trim() };
}

function effectOf({ effect, factor, tiers, amount, unit, member }: ChangeDraft, definition: unknown) {
  switch (effect) {
    case "definition":
      return typeof definition === "object" && definition !== null
        ? { kind: effect, body: definition as Record<string, never> }
        : null;
    case "factor":
      return { kind: effect, factor };
    case "tiers": {
      const named = tiers.filter(({ slice }) => /^[a-z][a-z0-9_.]*=.+$/.test(slice));
      return named.length === 0 ? null : { kind: effect, tiers: [...named] };
    }
    case "amounts": {
      if (!amount?.amount) return null;
      const subject = member
        ? ({ kind: "member", id: member } as const)
        : unit
          ? ({ kind: "unit", id: unit } as const)
          : ({ kind: "company" } as const);
      return { kind: effect, lines: [{ subject, period: amount.period, amount: amount.amount }] };
    }
  }
}

interface ChangeFormProps {
  readonly draft: ChangeDraft;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

/** Which KPI, whose, from when, what it does, and why. */
export function ChangeForm({ draft, onChange }: ChangeFormProps) {
  const { t } = useTranslation();
  const { kpis, calendar } = useMetrics();
  const kpi = kpis.find(({ key }) => key === draft.kpi);
  const period =
    draft.from === "" ? "" : periodOf(draft.from, Grain.safeParse(kpi?.grain).data ?? "month", calendar).key;
  const options = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`change.${name}.${value}`) }));
  return (
    <Form layout="vertical">
      <Form.Item label={t("life.kpi")} htmlFor="change-kpi">
        <KpiSelect
          id="change-kpi"
          kpis={kpis}
          value={draft.kpi}
          label={t("life.kpi")}
          onChange={(key) => onChange({ kpi: key })}
        />
      </Form.Item>
      <div className="life-row">
        <Form.Item label={t("change.from")} htmlFor="change-from">
          <DayField
            id="change-from"
            label={t("change.from")}
            value={draft.from}
            onChange={(from) => onChange({ from })}
          />
        </Form.Item>
        <Form.Item label={t("change.until")} htmlFor="change-until">
          <DayField
            id="change-until"
            label={t("change.until")}
            value={draft.until}
            onChange={(until) => onChange({ until })}
          />
        </Form.Item>
      </div>
      <div className="life-row">
        <Form.Item label={t("change.unit")} htmlFor="change-unit">
          <UnitPicker
            label={t("change.unit")}
            value={draft.unit}
            names={{}}
            select={{ id: "change-unit" }}
            onChange={(id) => onChange({ unit: typeof id === "string" ? id : null })}
          />
        </Form.Item>
        <Form.Item label={t("change.member")} htmlFor="change-member">
          <PersonField
            id="change-member"
            label={t("change.member")}
            value={draft.member}
            onChange={(member) => onChange({ member })}
          />
        </Form.Item>
      </div>
      <Form.Item label={t("change.effect")}>
        <Radio.Group
          value={draft.effect}
          aria-label={t("change.effect")}
          options={options("effect", ["factor", "tiers", "amounts", "definition"])}
          onChange={({ target }) => onChange({ effect: target.value })}
        />
      </Form.Item>
      {draft.effect === "factor" && (
        <Form.Item label={t("change.factor")} htmlFor="change-factor" extra={t("change.factor.hint")}>
          <InputNumber
            id="change-factor"
            min="0"
            max="10"
            step="0.05"
            stringMode
            value={draft.factor}
            onChange={(factor) =>
              onChange({
                factor: decimal(factor || "1")
                  .toDecimalPlaces(6)
                  .toFixed(),
              })
            }
          />
        </Form.Item>
      )}
      {draft.effect === "tiers" && kpi && (
        <TierRows
          key={kpi.key}
          kpi={kpi}
          period={period}
          tiers={draft.tiers}
          onChange={(tiers) => onChange({ tiers })}
        />
      )}
      {draft.effect === "definition" && <p className="life-note">{t("change.definition.hint")}</p>}
      {draft.effect === "amounts" && (
        <Form.Item label={t("change.amount", { period })} htmlFor="change-amount">
          <AmountInput
            id="change-amount"
            label={t("change.amount", { period })}
            onChange={(amount) => onChange({ amount: { period, amount } })}
          />
        </Form.Item>
      )}
      <div className="life-row">
        <Form.Item label={t("change.mode")} htmlFor="change-mode">
          <Select
            id="change-mode"
            value={draft.mode}
            popupMatchSelectWidth={false}
            options={options("mode", ["prorate", "replace", "forwardOnly"])}
            onChange={(mode) => onChange({ mode: mode as ChangeDraft["mode"] })}
          />
        </Form.Item>
        <Form.Item label={t("change.above")} htmlFor="change-above">
          <Select
            id="change-above"
            value={draft.above}
            popupMatchSelectWidth={false}
            options={options("above", ["follow", "keep"])}
            onChange={(above) => onChange({ above: above as ChangeDraft["above"] })}
          />
        </Form.Item>
      </div>
      <Form.Item label={t("life.reason")} htmlFor="change-reason" required>
        <Input
          id="change-reason"
          value={draft.reason}
          maxLength={500}
          onChange={({ target }) => onChange({ reason: target.value })}
        />
      </Form.Item>
    </Form>
  );
}
