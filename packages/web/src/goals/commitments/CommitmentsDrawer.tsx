import { listCommitments } from "@dabiao/core/goals/agreement-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Drawer, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { periodName } from "../../metrics/period-name.ts";
import type { Metrics } from "../../metrics/use-metrics.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { CommitmentCard } from "./CommitmentCard.tsx";

interface CommitmentsDrawerProps {
  readonly kpi: string;
  readonly period: string;
  readonly metrics: Metrics;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 承诺与协商: what people committed to against the target, the gap, and every negotiation that waits. */
export function CommitmentsDrawer({ kpi, period, metrics, open, onClose }: CommitmentsDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const list = useInfiniteQuery({
    queryKey: ["goals", "commitments", kpi, period],
    queryFn: ({ pageParam, signal }) =>
      call(listCommitments, {
        body: { kpi, period, page: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: open,
  });
  const figure = (value: string | null) => (value === null ? t("goals.unset") : formatTile(decimal(value), locale));
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={isPhone ? "100%" : 480}
      title={t("goals.commit.title", { period: periodName(period, metrics.calendar, locale) })}
    >
      <Region query={list}>
        {({ pages }) => {
          const [first] = pages;
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {first && (
                <dl className="goal-facts">
                  {(["target", "committed", "bestCase", "gap"] as const).map((key) => (
                    <div key={key}>
                      <dt>{t(`goals.commit.sum.${key}`)}</dt>
                      <dd>{figure(first.summary[key])}</dd>
                    </div>
                  ))}
                  <div>
                    <dt>{t("goals.commit.sum.answered")}</dt>
                    <dd>{t("goals.commit.of", { done: first.summary.answered, all: first.summary.people })}</dd>
                  </div>
                </dl>
              )}
              {items.length === 0 && (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("goals.commit.nobody")} />
              )}
              {items.map((commitment) => (
                <CommitmentCard key={commitment.id} commitment={commitment} />
              ))}
            </>
          );
        }}
      </Region>
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>{t("goals.moreEdits")}</Button>}
    </Drawer>
  );
}
