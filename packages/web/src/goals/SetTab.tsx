import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";
import { Alert, App, Button, DatePicker, Form, Input, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { AmountInput } from "./AmountInput.tsx";
import { COUNTERS, type Counter } from "./CellBar.tsx";
import { OddsBadge } from "./life/OddsBadge.tsx";
import { TargetCheck } from "./TargetCheck.tsx";
import type { GoalPlace } from "./tree/goal-node.ts";
import type { GoalWrite } from "./use-goal-write.ts";

interface SetTabProps {
  readonly kpi: string;
  readonly place: GoalPlace;
  readonly write: GoalWrite;
  /** The draft asks for its reason once, when it is published. */
  readonly isDraft: boolean;
}

/** Sets one target: how much, why, from which day, and what carries the difference. */
export function SetTab({ kpi, place, write, isDraft }: SetTabProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const { cell } = place;
  const [amount, setAmount] = useState<string | null>(cell.amount);
  const [reason, setReason] = useState("");
  const [counter, setCounter] = useState<Counter>("plan");
  const [from, setFrom] = useState<string | null>(null);
  const why = reason.trim();

  function save() {
    if (amount === null) return;
    write.mutate(
      {
        place,
        change: { kind: "set", amount, counter: counterEntry(counter), reason: why, ...(from ? { from } : {}) },
      },
      { onSuccess: () => void message.success(t("goals.saved")) },
    );
  }

  return (
    <Form layout="vertical" onFinish={save}>
      <Form.Item label={t("goals.amount")} htmlFor="goal-amount">
        <AmountInput
          id="goal-amount"
          label={t("goals.amount")}
          initial={shown(cell.amount)}
          autoFocus
          onChange={setAmount}
        />
        {!place.row.slice && (
          <OddsBadge kpi={kpi} period={place.column.period} subject={place.row.subject} target={amount} />
        )}
      </Form.Item>
      <Form.Item label={t("goals.counter")} htmlFor="goal-counter">
        <Select
          id="goal-counter"
          value={counter}
          options={COUNTERS.map((value) => ({ value, label: t(`goals.counter.${value}`) }))}
          onChange={setCounter}
        />
      </Form.Item>
      <Form.Item label={t("goals.reason")} htmlFor="goal-reason" required={!isDraft}>
        <Input id="goal-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Form.Item>
      <Form.Item label={t("goals.from")} htmlFor="goal-from" extra={t("goals.from.hint")}>
        <DatePicker id="goal-from" onChange={(day) => setFrom(day ? day.format("YYYY-MM-DD") : null)} />
      </Form.Item>
      {write.error && <Alert type="error" title={refusalText(write.error)} className="goal-alert" />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={amount === null || (!isDraft && why === "")}
        loading={write.isPending}
      >
        {t(isDraft ? "goals.save.draft" : "goals.save")}
      </Button>
      {place.row.slice === null && <TargetCheck kpi={kpi} place={place} amount={amount} />}
      {cell.amount !== null && (
        <Form.Item label={t("goals.lock")} extra={t("goals.lock.hint")} className="goal-lock">
          <Switch
            checked={cell.locked}
            aria-label={t("goals.lock")}
            onChange={(locked) => write.mutate({ place, change: { kind: "lock", locked } })}
          />
        </Form.Item>
      )}
    </Form>
  );
}

/** What the choice means to the ledger; siblings share along the organisation. */
export function counterEntry(counter: Counter) {
  return counter === "siblings" ? ({ kind: counter, axis: "people" } as const) : ({ kind: counter } as const);
}

function shown(amount: string | null): string {
  const read = amount === null ? null : parseNumber(amount);
  return read?.kind === "number" ? read.value.toFixed() : "";
}
