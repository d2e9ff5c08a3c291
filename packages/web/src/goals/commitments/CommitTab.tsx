import { listCommitments, propose } from "@dabiao/core/goals/agreement-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useSession } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { AmountInput } from "../AmountInput.tsx";
import { OddsBadge } from "../life/OddsBadge.tsx";
import type { GoalPlace } from "../tree/goal-node.ts";
import { CommitmentCard } from "./CommitmentCard.tsx";

interface CommitTabProps {
  readonly kpi: string;
  readonly place: GoalPlace;
}

/** What a person commits to for a period, every number said about it, and the next move. */
export function CommitTab({ kpi, place: { row, column } }: CommitTabProps) {
  const { t } = useTranslation();
  const { member } = useSession();
  const { subject } = row;
  const mine = subject.kind === "member" && subject.id === member.id;
  const query = useQuery({
    queryKey: ["goals", "commitments", kpi, column.period, subject],
    queryFn: ({ signal }) =>
      call(listCommitments, {
        body: {
          kpi,
          period: column.period,
          ...(subject.kind === "member" ? { members: [subject.id] } : {}),
          ...(subject.kind === "unit" ? { unit: subject.id } : {}),
        },
        signal,
      }),
  });
  return (
    <Region query={query}>
      {({ items }) => {
        const found = items.filter(({ memberId, unitId }) =>
          subject.kind === "member" ? memberId === subject.id : subject.kind === "unit" && unitId === subject.id,
        );
        return (
          <>
            {found.map((commitment) => (
              <CommitmentCard key={commitment.id} commitment={commitment} />
            ))}
            {found.length === 0 && !mine && <p className="muted">{t("goals.commit.none")}</p>}
            {(mine || found.some(({ may }) => may.includes("propose"))) && (
              <ProposeForm kpi={kpi} subject={subject} period={column.period} />
            )}
          </>
        );
      }}
    </Region>
  );
}

interface ProposeFormProps {
  readonly kpi: string;
  readonly subject: GoalPlace["row"]["subject"];
  readonly period: string;
}

/** 我承诺: a number of one's own against the one that was suggested, with why. */
function ProposeForm({ kpi, subject, period }: ProposeFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const [amount, setAmount] = useState<string | null>(null);
  const [best, setBest] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const send = useMutation({
    mutationFn: (commit: string) =>
      call(propose, {
        body: { kpi, subject, period, commit, reason: reason.trim(), ...(best === null ? {} : { bestCase: best }) },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["goals"] }),
  });
  return (
    <Form layout="vertical" onFinish={() => amount !== null && send.mutate(amount)}>
      <Form.Item label={t("goals.commit.amount")} htmlFor="commit-amount">
        <AmountInput id="commit-amount" label={t("goals.commit.amount")} onChange={setAmount} />
      </Form.Item>
      <Form.Item label={t("goals.commit.best")} htmlFor="commit-best">
        <AmountInput id="commit-best" label={t("goals.commit.best")} onChange={setBest} />
      </Form.Item>
      <Form.Item label={t("goals.reason")} htmlFor="commit-reason" required>
        <Input id="commit-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Form.Item>
      {amount !== null && <OddsBadge kpi={kpi} period={period} subject={subject} target={amount} />}
      {send.error && <Alert type="error" title={refusalText(send.error)} className="goal-alert" />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={amount === null || reason.trim() === ""}
        loading={send.isPending}
      >
        {t("goals.commit.send")}
      </Button>
    </Form>
  );
}
