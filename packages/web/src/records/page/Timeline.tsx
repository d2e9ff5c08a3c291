import type { TimelineEntry } from "@dabiao/core/records/contract.ts";
import { timelineContract } from "@dabiao/core/records/contract.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useObjectIndex } from "../../model/object-index.ts";
import { Region } from "../../shell/RegionState.tsx";
import type { ObjectDefinition } from "../definition.ts";
import { CommentBox } from "./CommentBox.tsx";
import { TimelineItem } from "./TimelineItem.tsx";
import { useEntryTitles } from "./use-entry-titles.ts";

interface TimelineProps {
  readonly definition: ObjectDefinition;
  readonly id: string;
}

type Shown = "all" | TimelineEntry["kind"];
const KINDS: readonly Shown[] = ["all", "activity", "change", "comment"];

/** What happened to a record, newest first: follow-ups, changes in words, comments. */
export function Timeline({ definition, id }: TimelineProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>("all");
  const objects = useObjectIndex().map(({ key }) => key);
  const object = definition.key;
  const timeline = useInfiniteQuery({
    queryKey: ["records", object, "timeline", id],
    queryFn: ({ pageParam, signal }) =>
      call(timelineContract, {
        params: { object, id },
        query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    meta: { objects },
  });
  const entries = timeline.data?.pages.flatMap(({ items }) => items) ?? [];
  const titles = useEntryTitles(definition, entries);
  const wanted = entries.filter(({ kind }) => shown === "all" || kind === shown);
  return (
    <section className="card" aria-label={t("record.timeline")}>
      <div className="timeline-head">
        <h2>{t("record.timeline")}</h2>
        <Segmented
          size="small"
          value={shown}
          aria-label={t("record.timeline")}
          options={KINDS.map((kind) => ({ value: kind, label: t(`record.timeline.${kind}`) }))}
          onChange={setShown}
        />
      </div>
      <CommentBox object={object} id={id} />
      <Region query={timeline} rows={6}>
        {() =>
          wanted.length === 0 ? (
            <p className="muted">{t("record.timeline.empty")}</p>
          ) : (
            <ol className="timeline">
              {wanted.map((entry) => (
                <TimelineItem key={entry.id} definition={definition} recordId={id} entry={entry} titles={titles} />
              ))}
            </ol>
          )
        }
      </Region>
      {timeline.hasNextPage && (
        <Button size="small" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t("record.timeline.more")}
        </Button>
      )}
    </section>
  );
}
