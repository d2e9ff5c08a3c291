import { listManualDuties } from "@dabiao/core/metrics/manual-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { call } from "../../api/call.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { useUrlState } from "../../kit/use-url-state.ts";
import { Region } from "../../shell/RegionState.tsx";
import { DutyList } from "./DutyList.tsx";
import { EntrySheet } from "./EntrySheet.tsx";
import "./entry-messages.ts";
import "../messages.ts";
import "./entry.css";

const EntryState = z.object({
  metric: z.string().default("").catch(""),
  // A year's key reads as a number in an address.
  period: z.coerce.string().default("").catch(""),
});

/** 数据录入: what I must enter or confirm, and the figures of one metric and period, person by person. */
export function EntryPage() {
  const { t } = useTranslation();
  const [state, setState] = useUrlState(EntryState);
  const duties = useQuery({
    queryKey: ["manual", "duties"],
    queryFn: ({ signal }) => call(listManualDuties, { signal }),
  });
  return (
    <>
      <PageHead title={t("entry.title")} />
      <Region query={duties}>
        {({ items }) => {
          const [first] = items;
          const chosen = state.metric !== "" ? state : (first ?? null);
          if (!chosen)
            return (
              <Empty description={t("entry.none")}>
                <span className="muted">{t("entry.none.hint")}</span>
              </Empty>
            );
          const { metric, period } = chosen;
          return (
            <div className="entry">
              <DutyList
                duties={items}
                chosen={{ metric, period }}
                onChoose={(duty) => setState({ metric: duty.metric, period: duty.period })}
              />
              <EntrySheet key={`${metric} ${period}`} metric={metric} period={period} />
            </div>
          );
        }}
      </Region>
    </>
  );
}
