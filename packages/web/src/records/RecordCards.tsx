import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordRow, Titles } from "@dabiao/core/records/record-query.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { fieldText } from "../fields/field-text.ts";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { Region } from "../shell/RegionState.tsx";
import type { ListColumn } from "./columns.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListQuery } from "./list-query.ts";

interface RecordCardsProps {
  readonly definition: ObjectDefinition;
  readonly columns: readonly ListColumn[];
  readonly query: ListQuery;
  readonly empty: ReactNode;
}

const LINES_MAX = 4;

/** The list on a phone: a card per record, its first columns in words. */
export function RecordCards({ definition, columns, query, empty }: RecordCardsProps) {
  const { t } = useTranslation();
  const object = definition.key;
  const pages = useInfiniteQuery({
    queryKey: ["records", object, "cards", query],
    queryFn: ({ pageParam, signal }) =>
      call(queryRecordsContract, {
        params: { object },
        body: { ...query, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    meta: { objects: [object] },
  });
  return (
    <Region query={pages} rows={8}>
      {({ pages: read }) => {
        if (read[0]?.items.length === 0) return empty;
        return (
          <>
            <ul className="record-cards">
              {read.flatMap(({ items, titles }) =>
                items.map((row) => (
                  <li key={row.id}>
                    <RecordCard definition={definition} columns={columns} row={row} titles={titles} />
                  </li>
                )),
              )}
            </ul>
            {pages.hasNextPage && (
              <Button block size="large" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t("kanban.more")}
              </Button>
            )}
          </>
        );
      }}
    </Region>
  );
}

interface RecordCardProps {
  readonly definition: ObjectDefinition;
  readonly columns: readonly ListColumn[];
  readonly row: RecordRow;
  readonly titles: Titles;
}

function RecordCard({ definition, columns, row, titles }: RecordCardProps) {
  const locale = useLocale();
  const name = definition.body.nameField;
  const lines = columns
    .filter((column) => column.name !== name)
    .map((column) => ({ column, text: fieldText(column.field, row.values[column.name], titles, locale) }))
    .filter(({ text }) => text !== "")
    .slice(0, LINES_MAX);
  return (
    <PathLink to={`/o/${definition.key}/${row.id}`} className="record-card">
      <strong>{String(row.values[name] ?? row.id.slice(0, 8))}</strong>
      <dl>
        {lines.map(({ column, text }) => (
          <div key={column.name} className="record-card-line">
            <dt>{column.label(locale)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </PathLink>
  );
}
