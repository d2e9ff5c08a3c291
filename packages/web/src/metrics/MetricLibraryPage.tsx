import { getKpiLibrary } from "@dabiao/core/metrics/library-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Segmented } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { call } from "../api/call.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { usePermissions } from "../people/session.ts";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { KpiDrawer } from "./KpiDrawer.tsx";
import { KpiGroups } from "./KpiGroups.tsx";
import { kpiGroups, libraryGroups } from "./library-groups.ts";
import { MetricGroups } from "./MetricGroups.tsx";
import { NewMetricDialog } from "./NewMetricDialog.tsx";
import { UnpublishedCards } from "./UnpublishedCards.tsx";
import { useMetrics } from "./use-metrics.ts";
import "./designer-messages.ts";
import "./library-messages.ts";
import "./messages.ts";
import "./library.css";

const SHOWN = ["all", "result", "process", "support", "metrics"] as const;
const LibraryState = z.object({
  show: z.enum(SHOWN).default("all").catch("all"),
  kpi: z.string().default("").catch(""),
});

/** 指标库: every KPI by group with its figure of this month, and the metrics they stand on. */
export function MetricLibraryPage() {
  const { t } = useTranslation();
  const go = useGo();
  const metrics = useMetrics();
  const canManage = usePermissions().has("metrics.manage");
  const [{ show, kpi: opened }, setState] = useUrlState(LibraryState);
  const [words, setWords] = useState("");
  const [making, setMaking] = useState<"metric" | "kpi" | null>(null);
  const sought = useDeferredValue(words);
  const library = useQuery({
    queryKey: ["kpi", "library"],
    queryFn: ({ signal }) => call(getKpiLibrary, { signal }),
  });
  return (
    <>
      <PageHead
        title={t("library.title")}
        beside={
          <span className="muted">
            {t("library.count", { metrics: metrics.metrics.length, kpis: metrics.kpis.length })}
          </span>
        }
        actions={
          canManage && (
            <>
              <Button onClick={() => setMaking("metric")}>{t("library.new")}</Button>
              <Button type="primary" onClick={() => setMaking("kpi")}>
                {t("library.newKpi")}
              </Button>
            </>
          )
        }
      />
      <div className="library-bar">
        <Input.Search
          className="library-search"
          allowClear
          placeholder={t("library.search")}
          aria-label={t("library.search")}
          onChange={({ target }) => setWords(target.value)}
        />
        <Segmented
          value={show}
          options={SHOWN.map((value) => ({ value, label: t(`library.show.${value}`) }))}
          aria-label={t("library.show")}
          onChange={(next) => setState({ show: next })}
        />
      </div>
      {canManage && <UnpublishedCards />}
      {show === "metrics" ? (
        <MetricGroups groups={libraryGroups(metrics, sought)} canManage={canManage} />
      ) : (
        <Region query={library}>
          {({ items }) => {
            const groups = kpiGroups(items, show, sought);
            if (groups.length === 0)
              return (
                <Empty description={t(sought ? "library.noMatch" : "library.empty")}>
                  {!sought && <Button onClick={() => go("/start")}>{t("library.start")}</Button>}
                </Empty>
              );
            return (
              <>
                <KpiGroups groups={groups} onOpen={(key) => setState({ kpi: key })} />
                <KpiDrawer
                  kpi={items.find(({ key }) => key === opened) ?? null}
                  canManage={canManage}
                  onClose={() => setState({ kpi: "" })}
                />
              </>
            );
          }}
        </Region>
      )}
      {making && <NewMetricDialog kind={making} metrics={metrics} onClose={() => setMaking(null)} />}
    </>
  );
}
