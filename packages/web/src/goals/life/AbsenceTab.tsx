import type { Absence } from "@dabiao/core/goals/absence.ts";
import { decideAbsence, listAbsences, withdrawAbsence } from "@dabiao/core/goals/absence-contract.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { Region } from "../../shell/RegionState.tsx";
import { AbsenceDialog } from "./AbsenceDialog.tsx";
import { ScrollTable } from "./ScrollTable.tsx";
import { useLifeAct } from "./use-life-act.ts";

/** 产假/病假/停薪: what is asked for, approved, and taken out of targets. */
export function AbsenceTab() {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ["goals", "absences"],
    queryFn: ({ pageParam, signal }) =>
      call(listAbsences, { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const decide = useLifeAct((given: { id: string; approve: boolean }) =>
    call(decideAbsence, { params: { absence: given.id }, body: { approve: given.approve } }),
  );
  const withdraw = useLifeAct((id: string) => call(withdrawAbsence, { params: { absence: id } }));
  const fault = decide.error ?? withdraw.error;
  return (
    <>
      <div className="life-controls">
        <span className="life-note grow">{t("life.absence.hint")}</span>
        <Button type="primary" onClick={() => setAsking(true)}>
          {t("life.absence.ask")}
        </Button>
      </div>
      {fault && <Alert type="error" title={refusalText(fault)} className="life-alert" />}
      <Region query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty description={t("life.absence.none")} />;
          return (
            <>
              <ScrollTable
                label={t("life.tab.absence")}
                heads={["who", "kind", "days", "state", "act"].map((key) => ({ key, label: t(`life.${key}`) }))}
              >
                {items.map((absence) => (
                  <tr key={absence.id}>
                    <td>{absence.member.name}</td>
                    <td>{t(`life.absence.${absence.kind}`)}</td>
                    <td>
                      {t("life.span", { from: absence.fromDay, to: absence.toDay })}
                      {absence.note && <div className="life-note">{absence.note}</div>}
                    </td>
                    <td>
                      <StateTag absence={absence} />
                    </td>
                    <td>
                      <Space wrap>
                        {absence.mayDecide && (
                          <>
                            <Button size="small" onClick={() => decide.mutate({ id: absence.id, approve: true })}>
                              {t("life.approve")}
                            </Button>
                            <Button size="small" onClick={() => decide.mutate({ id: absence.id, approve: false })}>
                              {t("life.reject")}
                            </Button>
                          </>
                        )}
                        {absence.mayWithdraw && (
                          <Button size="small" onClick={() => withdraw.mutate(absence.id)}>
                            {t("life.withdraw")}
                          </Button>
                        )}
                      </Space>
                    </td>
                  </tr>
                ))}
              </ScrollTable>
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("life.more")}
                </Button>
              )}
            </>
          );
        }}
      </Region>
      {asking && <AbsenceDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function StateTag({ absence }: { readonly absence: Absence }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag>{t(`life.absence.state.${absence.state}`)}</Tag>
      {absence.decidedBy && <div className="life-note">{absence.decidedBy.name}</div>}
      {absence.state === "approved" && !absence.relieves && (
        <div className="life-note">{t("life.absence.noRelief")}</div>
      )}
    </>
  );
}
