import { planYear } from "@dabiao/core/goals/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { AmountInput } from "./AmountInput.tsx";

interface YearPlanButtonProps {
  readonly kpi: string;
  /** The year, or any period that is cut into months. */
  readonly period: string;
}

/** One figure for the year, split by last year's results over months and people in one act. */
export function YearPlanButton({ kpi, period }: YearPlanButtonProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState<string | null>(null);
  const [grain, setGrain] = useState<"month" | "week">("month");
  const plan = useMutation({
    mutationFn: (total: string) =>
      call(planYear, { body: { kpi, period, amount: total, grain, reason: t("goals.year.reason") } }),
    onSuccess: async ({ people, months, basis }) => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ["goals"] });
      await client.invalidateQueries({ queryKey: ["kpi"] });
      void message.success(t(`goals.year.made.${basis}`, { people, months }));
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("goals.year.act")}</Button>
      <Modal
        open={open}
        title={t("goals.year.title", { year: period })}
        okText={t("goals.year.go")}
        okButtonProps={{ disabled: amount === null, loading: plan.isPending }}
        destroyOnHidden
        onOk={() => amount !== null && plan.mutate(amount)}
        onCancel={() => setOpen(false)}
      >
        <p className="muted">{t("goals.year.hint")}</p>
        {plan.error && <Alert type="error" title={refusalText(plan.error)} className="goal-alert" />}
        <Form layout="vertical">
          <Form.Item label={t("goals.amount")} htmlFor="year-amount">
            <AmountInput id="year-amount" label={t("goals.amount")} autoFocus onChange={setAmount} />
          </Form.Item>
          <Form.Item label={t("goals.year.grain")}>
            <Segmented
              value={grain}
              options={(["month", "week"] as const).map((value) => ({ value, label: t(`goals.grain.${value}`) }))}
              onChange={setGrain}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
