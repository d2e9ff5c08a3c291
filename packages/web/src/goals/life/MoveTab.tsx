import { fillVacancy, listVacancies } from "@dabiao/core/goals/life-contract.ts";
import { listTransfers } from "@dabiao/core/goals/manager-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Form, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { PersonField } from "./PersonField.tsx";
import { RegoalDialog } from "./RegoalDialog.tsx";
import { ScrollTable } from "./ScrollTable.tsx";
import { useLifeAct } from "./use-life-act.ts";

interface MoveTabProps {
  readonly kpi: string;
  readonly period: string;
  readonly bar: ReactNode;
}

/** 调动与空岗: who changed units in the period, and territories that wait for a successor. */
export function MoveTab({ kpi, period, bar }: MoveTabProps) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<{ id: string; name: string } | null>(null);
  const [vacancy, setVacancy] = useState<string | null>(null);
  const transfers = useQuery({
    queryKey: ["goals", "transfers", kpi, period],
    queryFn: ({ signal }) => call(listTransfers, { body: { kpi, period }, signal }),
  });
  const vacancies = useQuery({
    queryKey: ["goals", "vacancies"],
    queryFn: ({ signal }) => call(listVacancies, { query: { limit: 100 }, signal }),
  });
  return (
    <>
      {bar}
      <h2 className="life-section">{t("life.transfers")}</h2>
      <p className="life-note">{t("life.transfers.hint")}</p>
      <Region query={transfers}>
        {({ transfers: rows }) =>
          rows.length === 0 ? (
            <Empty description={t("life.transfers.none")} />
          ) : (
            <ScrollTable
              label={t("life.transfers")}
              heads={["who", "day", "from", "to", "goal", "halves", "act"].map((key) => ({
                key,
                label: t(`life.move.${key}`),
              }))}
            >
              {rows.map((row) => (
                <tr key={row.member.id}>
                  <td>{row.member.name}</td>
                  <td>{row.day}</td>
                  <td>{row.from.name}</td>
                  <td>{row.to.name}</td>
                  <td className="life-figure">{amountText(row.goal)}</td>
                  <td>
                    {row.halves
                      ? t("life.move.split", {
                          earlier: amountText(row.halves.earlier),
                          later: amountText(row.halves.later),
                        })
                      : t("life.move.boundary")}
                  </td>
                  <td>
                    {row.goal !== null && (
                      <Button size="small" onClick={() => setMoved(row.member)}>
                        {t("life.move.regoal")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </ScrollTable>
          )
        }
      </Region>
      <h2 className="life-section">{t("life.vacancies")}</h2>
      <Region query={vacancies}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={t("life.vacancies.none")} />
          ) : (
            <ScrollTable
              label={t("life.vacancies")}
              heads={["left", "holder", "period", "amount", "reason", "act"].map((key) => ({
                key,
                label: t(`life.vacancy.${key}`),
              }))}
            >
              {items.map((row) => (
                <tr key={row.id}>
                  <td>{row.left.name}</td>
                  <td>{row.holder.name}</td>
                  <td>{row.period}</td>
                  <td className="life-figure">{amountText(row.amount)}</td>
                  <td className="life-wide">{row.reason}</td>
                  <td>
                    <Button size="small" onClick={() => setVacancy(row.id)}>
                      {t("life.vacancy.fill")}
                    </Button>
                  </td>
                </tr>
              ))}
            </ScrollTable>
          )
        }
      </Region>
      {moved && <RegoalDialog kpi={kpi} period={period} member={moved} onClose={() => setMoved(null)} />}
      {vacancy && <FillDialog vacancy={vacancy} onClose={() => setVacancy(null)} />}
    </>
  );
}

function FillDialog({ vacancy, onClose }: { readonly vacancy: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [who, setWho] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const fill = useLifeAct(
    (member: string) => call(fillVacancy, { params: { vacancy }, body: { member, reason: reason.trim() } }),
    t("life.saved"),
  );
  return (
    <Modal
      open
      title={t("life.vacancy.fill")}
      okText={t("life.save")}
      cancelText={t("life.cancel")}
      okButtonProps={{ disabled: who === null || reason.trim() === "", loading: fill.isPending }}
      onCancel={onClose}
      onOk={() => who && fill.mutate(who, { onSuccess: onClose })}
    >
      <Form layout="vertical">
        <Form.Item label={t("life.who")} htmlFor="fill-who">
          <PersonField id="fill-who" label={t("life.who")} value={who} onChange={setWho} />
        </Form.Item>
        <Form.Item label={t("life.reason")} htmlFor="fill-reason" required>
          <Input id="fill-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        {fill.error && <Alert type="error" title={refusalText(fill.error)} className="life-alert" />}
      </Form>
    </Modal>
  );
}
