import { regoalTransfer } from "@dabiao/core/goals/manager-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { AmountInput } from "../AmountInput.tsx";
import { amountText } from "../amount-text.ts";
import { useLifeAct } from "./use-life-act.ts";

interface RegoalDialogProps {
  readonly kpi: string;
  readonly period: string;
  readonly member: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** The later half's goal: what a whole period's would be in the new unit, tried out as it is typed. */
export function RegoalDialog({ kpi, period, member, onClose }: RegoalDialogProps) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [full, setFull] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const territory = before !== null && lost !== null ? { territory: { before, moved: lost } } : {};
  const body = { kpi, period, member: member.id, ...territory };
  const tried = useQuery({
    queryKey: ["goals", "regoal", body, full],
    queryFn: ({ signal }) =>
      call(regoalTransfer, {
        body: { ...body, full: full ?? "0", reason: t("life.move.regoal"), preview: true },
        signal,
      }),
    enabled: full !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const save = useLifeAct(
    (amount: string) => call(regoalTransfer, { body: { ...body, full: amount, reason: reason.trim() } }),
    t("life.saved"),
  );
  const fault = save.error ?? tried.error;
  return (
    <Modal
      open
      title={t("life.move.title", { name: member.name })}
      okText={t("life.save")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: full === null || reason.trim() === "", loading: save.isPending }}
      onCancel={onClose}
      onOk={() => full && save.mutate(full, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.move.full")} htmlFor="regoal-full" required>
          <AmountInput id="regoal-full" label={t("life.move.full")} onChange={setFull} />
        </Form.Item>
        <Form.Item label={t("life.move.territory")} extra={t("life.move.territory.hint")}>
          <div className="life-row">
            <AmountInput label={t("life.move.before")} placeholder={t("life.move.before")} onChange={setBefore} />
            <AmountInput label={t("life.move.moved")} placeholder={t("life.move.moved")} onChange={setLost} />
          </div>
        </Form.Item>
        <Form.Item label={t("life.reason")} htmlFor="regoal-reason" required>
          <Input id="regoal-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        {tried.data && (
          <p>
            {t("life.move.result", {
              earlier: amountText(tried.data.earlier),
              later: amountText(tried.data.later),
              goal: amountText(tried.data.goal),
            })}
          </p>
        )}
        {tried.data?.advice && (
          <p>
            {t(`life.move.advice.${tried.data.advice.advice}`, {
              share: formatPercent(decimal(tried.data.advice.share)),
            })}
          </p>
        )}
        {fault && <Alert type="error" title={refusalText(fault)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
