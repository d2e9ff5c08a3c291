import { saveSharedGoal } from "@dabiao/core/goals/agreement-contract.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { AmountInput } from "../AmountInput.tsx";

interface SharedGoalFormProps {
  readonly kpi: string;
  readonly period: string;
}

const PERCENT = /^\d{1,3}(\.\d{1,4})?$/;

/** A goal of several people: who, and how much of it is whose. */
export function SharedGoalForm({ kpi, period }: SharedGoalFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const nameOf = usePeopleNames();
  const [kind, setKind] = useState<"shared" | "overlay">("shared");
  const [name, setName] = useState("");
  const [amount, setAmount] = useState<string | null>(null);
  const [shares, setShares] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const owners = Object.entries(shares).map(([memberId, percent]) => ({ memberId, percent }));
  const areNumbers = owners.every(({ percent }) => PERCENT.test(percent));
  const total = areNumbers ? sum(owners.map(({ percent }) => decimal(percent))) : null;
  const save = useMutation({
    mutationFn: (of: string) =>
      call(saveSharedGoal, {
        body: { kpi, period, kind, name: name.trim(), amount: of, owners, reason: reason.trim() },
      }),
    onSuccess: async () => {
      setName("");
      setShares({});
      setReason("");
      await client.invalidateQueries({ queryKey: ["goals"] });
    },
  });
  const ready =
    amount !== null &&
    name.trim() !== "" &&
    reason.trim() !== "" &&
    owners.length > 0 &&
    total !== null &&
    (kind === "overlay" || total.eq(100));
  return (
    <Form layout="vertical" onFinish={() => amount !== null && save.mutate(amount)}>
      <h3>{t("goals.shared.new")}</h3>
      <Form.Item>
        <Segmented
          value={kind}
          options={(["shared", "overlay"] as const).map((value) => ({ value, label: t(`goals.shared.kind.${value}`) }))}
          onChange={setKind}
        />
      </Form.Item>
      <Form.Item label={t("goals.shared.name")} htmlFor="shared-name">
        <Input id="shared-name" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
      </Form.Item>
      <Form.Item label={t("goals.amount")} htmlFor="shared-amount">
        <AmountInput id="shared-amount" label={t("goals.amount")} onChange={setAmount} />
      </Form.Item>
      <Form.Item label={t("goals.shared.owners")} htmlFor="shared-owners">
        <MemberPicker
          select={{ id: "shared-owners" }}
          many
          label={t("goals.shared.owners")}
          value={owners.map(({ memberId }) => memberId)}
          names={Object.fromEntries(owners.map(({ memberId }) => [memberId, nameOf(memberId) ?? ""]))}
          onChange={(ids) => setShares(evenShares(ids))}
        />
      </Form.Item>
      {owners.map(({ memberId, percent }) => (
        <Input
          key={memberId}
          className="shared-percent"
          inputMode="decimal"
          prefix={nameOf(memberId)}
          suffix="%"
          aria-label={t("goals.shared.percentOf", { name: nameOf(memberId) })}
          value={percent}
          onChange={({ target }) => setShares({ ...shares, [memberId]: target.value.trim() })}
        />
      ))}
      {total && kind === "shared" && !total.eq(100) && (
        <p role="alert">{t("goals.shared.sum", { total: total.toFixed() })}</p>
      )}
      <Form.Item label={t("goals.reason")} htmlFor="shared-reason" required>
        <Input id="shared-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Form.Item>
      {save.error && <Alert type="error" title={refusalText(save.error)} className="goal-alert" />}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={save.isPending}>
        {t("act.save")}
      </Button>
    </Form>
  );
}

/** Equal parts to begin with, the rest with the first. */
function evenShares(ids: unknown): Record<string, string> {
  const members = Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  const even = members.length === 0 ? 0 : Math.floor(100 / members.length);
  return Object.fromEntries(
    members.map((id, index) => [id, String(index === 0 ? 100 - even * (members.length - 1) : even)]),
  );
}
