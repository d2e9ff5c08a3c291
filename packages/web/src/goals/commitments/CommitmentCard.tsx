import { answerCommitment } from "@dabiao/core/goals/agreement-contract.ts";
import type { Commitment } from "@dabiao/core/goals/commitment.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { AmountInput } from "../AmountInput.tsx";
import { amountText } from "../amount-text.ts";

type Act = Exclude<Commitment["may"][number], "propose">;

const WITH_AMOUNT: readonly Act[] = ["counter", "impose"];

/** One negotiation: both numbers, the final one, every step, and what the reader may do next. */
export function CommitmentCard({ commitment }: { readonly commitment: Commitment }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const who = commitment.memberId ?? commitment.unitId;
  const figures = [
    ["suggested", commitment.suggested],
    ["commit", commitment.commit],
    ["best", commitment.bestCase],
    ["counter", commitment.counter],
    ["target", commitment.target],
  ] as const;
  return (
    <article className="commitment">
      <header>
        <strong>{who ? nameOf(who) : ""}</strong>
        <Tag>{t(`goals.commit.state.${commitment.state}`)}</Tag>
      </header>
      <dl className="goal-facts">
        {figures.map(([key, value]) =>
          value === null ? null : (
            <div key={key}>
              <dt>{t(`goals.commit.figure.${key}`)}</dt>
              <dd>{amountText(value)}</dd>
            </div>
          ),
        )}
      </dl>
      <ul className="goal-history">
        {commitment.steps.map((step) => (
          <li key={`${step.at}${step.act}`}>
            <span>
              {t(`goals.commit.act.${step.act}`)} {step.amount === null ? "" : amountText(step.amount)}
            </span>
            <span>{step.reason}</span>
            <span className="muted">
              {step.memberId ? nameOf(step.memberId) : t("goals.system")} {formatMoment(step.at, locale)}
            </span>
          </li>
        ))}
      </ul>
      <AnswerForm commitment={commitment} />
    </article>
  );
}

function AnswerForm({ commitment: { id, version, may } }: { readonly commitment: Commitment }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const [amount, setAmount] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const acts = may.filter((act): act is Act => act !== "propose");
  const answer = useMutation({
    mutationFn: (act: Act) =>
      call(answerCommitment, {
        params: { commitment: id },
        body: {
          act,
          reason: reason.trim() || t(`goals.commit.act.${act}`),
          version,
          ...(WITH_AMOUNT.includes(act) && amount !== null ? { amount } : {}),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["goals"] }),
  });
  if (acts.length === 0) return null;
  return (
    <Form layout="vertical">
      {acts.some((act) => WITH_AMOUNT.includes(act)) && (
        <Form.Item label={t("goals.commit.counterAmount")} htmlFor={`answer-${id}`}>
          <AmountInput id={`answer-${id}`} label={t("goals.commit.counterAmount")} onChange={setAmount} />
        </Form.Item>
      )}
      <Form.Item label={t("goals.reason")} htmlFor={`reason-${id}`}>
        <Input id={`reason-${id}`} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Form.Item>
      {answer.error && <Alert type="error" title={refusalText(answer.error)} className="goal-alert" />}
      <div className="goal-buttons">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === "accept" ? "primary" : "default"}
            disabled={WITH_AMOUNT.includes(act) && amount === null}
            loading={answer.isPending && answer.variables === act}
            onClick={() => answer.mutate(act)}
          >
            {t(`goals.commit.act.${act}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}
