import { lockTarget, setTarget } from "@dabiao/core/goals/contract.ts";
import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { AmountInput } from "./AmountInput.tsx";
import type { GoalPlace } from "./GoalDrawer.tsx";

/** Sets one target, with a reason; only this place changes, and what is then left over is shown beside it. */
export function SetTab({ place: { kpi, subject, period, cell } }: { readonly place: GoalPlace }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [amount, setAmount] = useState<string | null>(cell.own?.toFixed() ?? null);
  const [reason, setReason] = useState("");
  const place = { kpi: kpi.key, subject, period };
  const reread = async () => {
    await client.invalidateQueries({ queryKey: ["goals"] });
    await client.invalidateQueries({ queryKey: ["kpi"] });
  };
  const save = useMutation({
    mutationFn: (next: string) => {
      const version = cell.target ? { version: cell.target.version } : {};
      return call(setTarget, { body: { ...place, amount: next, reason, ...version } });
    },
    onSuccess: async () => {
      await reread();
      void message.success(t("goals.saved"));
    },
  });
  const lock = useMutation({
    mutationFn: (locked: boolean) => call(lockTarget, { body: { ...place, locked } }),
    onSuccess: reread,
    onError: (error) => void message.error(refusalText(error)),
  });
  const lines = [
    [t("goals.own"), cell.own],
    [t("goals.below"), cell.below],
    [t("goals.difference"), cell.rest],
  ] as const;
  const isLocked = cell.target?.locked ?? false;
  return (
    <>
      <dl className="goal-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ? formatTable(value, { decimals: Math.min(2, value.decimalPlaces()) }) : t("goals.dash")}</dd>
          </div>
        ))}
      </dl>
      {save.error && <Alert type="error" title={refusalText(save.error)} className="goal-alert" />}
      <Form layout="vertical" requiredMark={false} onFinish={() => amount !== null && save.mutate(amount)}>
        <Form.Item label={t("goals.amount")} htmlFor="goal-amount">
          <AmountInput
            id="goal-amount"
            label={t("goals.amount")}
            initial={cell.own?.toFixed() ?? ""}
            onChange={setAmount}
          />
        </Form.Item>
        <Form.Item label={t("goals.reason")} htmlFor="goal-reason">
          <Input id="goal-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        <Button
          type="primary"
          htmlType="submit"
          disabled={amount === null || reason.trim() === "" || isLocked}
          loading={save.isPending}
        >
          {t("goals.save")}
        </Button>
      </Form>
      {cell.target && (
        <p className="goal-lock">
          <Switch
            checked={isLocked}
            loading={lock.isPending}
            aria-label={t("goals.lock")}
            onChange={(locked) => lock.mutate(locked)}
          />{" "}
          {t("goals.lock")}
          <span className="muted goal-hint">{t("goals.lock.hint")}</span>
        </p>
      )}
    </>
  );
}
