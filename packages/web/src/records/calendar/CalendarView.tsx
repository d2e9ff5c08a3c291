import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordPage, RecordRow } from "@dabiao/core/records/record-query.ts";
import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { fieldOf } from "../definition.ts";
import { isLocked } from "../form/form-layout.ts";
import { useAddress } from "../list-address.ts";
import { selectionOf } from "../list-query.ts";
import { useFieldSave } from "../use-field-save.tsx";
import type { ViewProps } from "../view-props.ts";
import { CalendarDay } from "./CalendarDay.tsx";
import { daysShown, type Span, today, turn } from "./month.ts";

const LIMIT = 200;

/** Records on the days of a date field: dragged to another day, or moved with Alt and an arrow. */
export function CalendarView({ definition, list, query }: ViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { params, change } = useAddress();
  const save = useFieldSave(definition);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const span: Span = params.get("span") === "week" ? "week" : "month";
  const wanted = params.get("day") ?? "";
  const day = /^\d{4}-\d{2}-\d{2}$/.test(wanted) ? wanted : today();
  const dateKey = list.settings.date?.[0] ?? definition.body.dateField ?? "";
  const field = fieldOf(definition, dateKey);
  const days = daysShown(day, span);
  const selection = selectionOf(query);
  const between = { field: [dateKey], op: "between" as const, value: [days[0] ?? day, days.at(-1) ?? day] };
  const body = {
    ...selection,
    fields: [...query.fields, [dateKey]],
    filter: selection.filter ? { and: [selection.filter, between] } : between,
    sort: [{ field: [dateKey], descending: false }],
    limit: LIMIT,
  };
  const key = ["records", definition.key, "calendar", body];
  const records = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(queryRecordsContract, { params: { object: definition.key }, body, signal }),
    enabled: field?.family === "date",
    placeholderData: keepPreviousData,
    meta: { objects: [definition.key] },
  });
  if (field?.family !== "date") return <Alert type="info" showIcon title={t("calendar.date")} />;

  function move(row: RecordRow, to: string) {
    if (!field || row.values[dateKey] === to) return;
    void save({
      row,
      field,
      value: to,
      titles: records.data?.titles ?? {},
      paint(painted) {
        client.setQueryData(key, (before: RecordPage | undefined) =>
          before ? { ...before, items: before.items.map((item) => (item.id === painted.id ? painted : item)) } : before,
        );
      },
    });
  }

  function onDrop({ active, over }: DragEndEvent) {
    const row = records.data?.items.find(({ id }) => id === active.id);
    if (row && over) move(row, String(over.id));
  }

  const title = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t("calendar.previous")}
          onClick={() => change({ day: turn(day, span, -1) })}
        />
        <Button size="small" onClick={() => change({ day: null })}>
          {t("calendar.today")}
        </Button>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t("calendar.following")}
          onClick={() => change({ day: turn(day, span, 1) })}
        />
        <h2>{title.format(new Date(`${day}T00:00:00Z`))}</h2>
        <Segmented
          size="small"
          value={span}
          aria-label={t("list.type")}
          options={(["month", "week"] as const).map((each) => ({ value: each, label: t(`calendar.${each}`) }))}
          onChange={(next) => change({ span: next })}
        />
        <span className="muted">{t("calendar.hint")}</span>
      </div>
      <Region query={records} rows={10}>
        {(page) => (
          <DndContext sensors={sensors} onDragEnd={onDrop}>
            {page.next !== null && <Alert type="info" showIcon title={t("calendar.full", { count: LIMIT })} />}
            <div className="calendar-days">
              {days.slice(0, 7).map((each) => (
                <div key={each} className="calendar-weekday">
                  {weekday.format(new Date(`${each}T00:00:00Z`))}
                </div>
              ))}
              {days.map((each) => (
                <CalendarDay
                  key={each}
                  definition={definition}
                  day={each}
                  isOutside={span === "month" && !each.startsWith(day.slice(0, 7))}
                  isLocked={isLocked(field)}
                  rows={page.items.filter((row) => row.values[dateKey] === each)}
                  max={span === "month" ? 4 : 40}
                  onMove={move}
                />
              ))}
            </div>
          </DndContext>
        )}
      </Region>
    </div>
  );
}
