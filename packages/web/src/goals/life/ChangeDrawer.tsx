import {
  getGoalChange,
  judgeGoalChange,
  seenGoalChange,
  withdrawGoalChange,
} from "@dabiao/core/goals/goal-change-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Drawer, Form, Input, Space, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { Region } from "../../shell/RegionState.tsx";
import { ChangeLines } from "./ChangeLines.tsx";
import { EffectText } from "./EffectText.tsx";
import { useLifeAct } from "./use-life-act.ts";

interface ChangeDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One change: why, both versions of every target, who approved it, and what the reader may do. */
export function ChangeDrawer({ id, onClose }: ChangeDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const refusalText = useRefusalText();
  const { kpis } = useMetrics();
  const [note, setNote] = useState("");
  const query = useQuery({
    queryKey: ["goals", "change", id],
    queryFn: ({ signal }) => call(getGoalChange, { params: { change: id }, signal }),
  });
  const params = { change: id };
  const judge = useLifeAct(
    (approves: boolean) => call(judgeGoalChange, { params, body: { approves, note: note.trim() } }),
    t("life.saved"),
  );
  const withdraw = useLifeAct(() => call(withdrawGoalChange, { params }), t("life.saved"));
  const seen = useLifeAct(() => call(seenGoalChange, { params }));
  const fault = judge.error ?? withdraw.error ?? seen.error;
  return (
    <Drawer open size="large" title={t("change.one")} onClose={onClose}>
      <Region query={query}>
        {(change) => {
          const kpi = kpis.find(({ key }) => key === change.body.kpi);
          const { body } = change;
          const facts = [
            [t("life.kpi"), kpi ? localText(kpi.label, locale) : body.kpi],
            [t("change.head.what"), <EffectText key="effect" kpi={kpi} effect={body.effect} />],
            [t("change.head.days"), t("life.span", { from: body.from, to: change.until })],
            [t("change.mode"), t(`change.mode.${body.mode}`)],
            [t("life.reason"), body.reason],
            [
              t("change.head.by"),
              `${change.proposedBy?.name ?? t("change.system")} ${formatMoment(change.proposedAt, locale)}`,
            ],
          ] as const;
          return (
            <>
              <p>
                <Tag>{t(`change.state.${change.state}`)}</Tag>
                {change.summary.changesBefore > 0 && (
                  <Tag>{t("change.frequent", { count: change.summary.changesBefore + 1 })}</Tag>
                )}
              </p>
              <dl className="life-facts">
                {facts.map(([name, value]) => (
                  <FactLine key={name} name={name} value={value} />
                ))}
                {change.verdicts.map((verdict) => (
                  <FactLine
                    key={verdict.member.id}
                    name={t(verdict.approves ? "change.approvedBy" : "change.rejectedBy")}
                    value={`${verdict.member.name} ${formatMoment(verdict.at, locale)} ${verdict.note}`}
                  />
                ))}
              </dl>
              {change.mine !== null && change.mine.seenAt === null && (
                <Button type="primary" loading={seen.isPending} onClick={() => seen.mutate()}>
                  {t("change.seen")}
                </Button>
              )}
              {change.mayApprove && (
                <Form layout="vertical">
                  <Form.Item label={t("life.note")} htmlFor="verdict-note">
                    <Input
                      id="verdict-note"
                      value={note}
                      maxLength={500}
                      onChange={({ target }) => setNote(target.value)}
                    />
                  </Form.Item>
                  <Space wrap>
                    <Button type="primary" loading={judge.isPending} onClick={() => judge.mutate(true)}>
                      {t("life.approve")}
                    </Button>
                    <Button loading={judge.isPending} onClick={() => judge.mutate(false)}>
                      {t("life.reject")}
                    </Button>
                  </Space>
                </Form>
              )}
              {change.mayWithdraw && (
                <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
                  {t("life.withdraw")}
                </Button>
              )}
              {fault && <Alert type="error" title={refusalText(fault)} className="life-alert" />}
              <h2 className="life-section">{t("change.lines")}</h2>
              <ChangeLines kpi={kpi} lines={change.lines} />
              {change.truncated && <p className="life-note">{t("life.truncated")}</p>}
            </>
          );
        }}
      </Region>
    </Drawer>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
