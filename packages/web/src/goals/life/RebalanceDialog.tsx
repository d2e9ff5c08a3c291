import { type LifePerson, rebalanceGoal } from "@dabiao/core/goals/life-contract.ts";
import { Alert, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { amountText } from "../amount-text.ts";
import { useLifeAct } from "./use-life-act.ts";

const WAYS = ["siblings", "buffer", "manager", "upper"] as const;

interface RebalanceDialogProps {
  readonly kpi: string;
  readonly period: string;
  readonly person: z.infer<typeof LifePerson>;
  readonly onClose: () => void;
}

/** Who takes the gap, and why. */
export function RebalanceDialog({ kpi, period, person, onClose }: RebalanceDialogProps) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [way, setWay] = useState<(typeof WAYS)[number]>("siblings");
  const [reason, setReason] = useState("");
  const act = useLifeAct(
    () =>
      call(rebalanceGoal, {
        body: { kpi, period, member: person.member.id, to: { kind: way }, reason: reason.trim() },
      }),
    t("life.rebalanced"),
  );
  return (
    <Modal
      open
      title={t("life.rebalance.title", { name: person.member.name, gap: amountText(person.gap) })}
      okText={t("life.rebalance")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: reason.trim() === "", loading: act.isPending }}
      onCancel={onClose}
      onOk={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.rebalance.to")}>
          <Radio.Group
            value={way}
            orientation="vertical"
            aria-label={t("life.rebalance.to")}
            options={WAYS.map((value) => ({ value, label: t(`life.rebalance.${value}`) }))}
            onChange={({ target }) => setWay(target.value)}
          />
        </Form.Item>
        <Form.Item label={t("life.reason")} htmlFor="rebalance-reason" required>
          <Input
            id="rebalance-reason"
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {act.error && <Alert type="error" title={refusalText(act.error)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
