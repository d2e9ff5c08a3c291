import { CommentOutlined, EditOutlined, LinkOutlined, PlusOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { deleteCommentContract } from "@dabiao/core/records/companion-contract.ts";
import type { TimelineEntry } from "@dabiao/core/records/contract.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FieldValue } from "../../fields/FieldValue.tsx";
import { formatMoment, fullStamp } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { useObjectIndex } from "../../model/object-index.ts";
import { useSession } from "../../people/session.ts";
import { fieldOf, type ObjectDefinition } from "../definition.ts";
import { refreshRecords } from "../refresh-records.ts";

interface TimelineItemProps {
  readonly definition: ObjectDefinition;
  readonly recordId: string;
  readonly entry: TimelineEntry;
  readonly titles: Titles;
}

/** One entry: who, when, what; a change as before → after. */
export function TimelineItem({ definition, recordId, entry, titles }: TimelineItemProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const who = entry.memberId ? (titles["member"]?.[entry.memberId] ?? "•••") : t("record.change.system");
  const source =
    entry.source && entry.source !== "ui" && entry.memberId
      ? t(`record.source.${entry.source}`, { defaultValue: entry.source })
      : null;
  return (
    <li className="timeline-item">
      <span className="timeline-icon" aria-hidden="true">
        {iconOf(entry)}
      </span>
      <div className="timeline-body">
        <div className="timeline-who">
          <strong>{who}</strong>
          {entry.kind === "change" && <span>{t(`record.change.${entry.op}`, { defaultValue: entry.op ?? "" })}</span>}
          {source && <span className="muted">{source}</span>}
          <time className="muted" dateTime={entry.at} title={fullStamp(entry.at, locale)}>
            {formatMoment(entry.at, locale)}
          </time>
        </div>
        {entry.kind === "change" && entry.op === "update" && (
          <ChangedFields definition={definition} entry={entry} titles={titles} />
        )}
        {entry.kind === "comment" && (
          <CommentText object={definition.key} recordId={recordId} entry={entry} titles={titles} />
        )}
        {entry.kind === "activity" && <ActivityText entry={entry} />}
      </div>
    </li>
  );
}

function ChangedFields({ definition, entry, titles }: Omit<TimelineItemProps, "recordId">) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="timeline-changes">
      {Object.entries(entry.fields ?? {}).map(([key, { before, after }]) => {
        const field = fieldOf(definition, key);
        if (!field) return null;
        const shown = (value: unknown) =>
          value === null ? (
            <span className="muted">{t("field.none")}</span>
          ) : (
            <FieldValue field={field} value={value} titles={titles} />
          );
        return (
          <li key={key}>
            <span className="muted">{localText(field.label, locale)}</span> {shown(before)} <span>{"→"}</span>{" "}
            {shown(after)}
          </li>
        );
      })}
    </ul>
  );
}

interface CommentTextProps {
  readonly object: string;
  readonly recordId: string;
  readonly entry: TimelineEntry;
  readonly titles: Titles;
}

function CommentText({ object, recordId, entry }: CommentTextProps) {
  const { t } = useTranslation();
  const { member } = useSession();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(deleteCommentContract, { params: { object, id: recordId, itemId: entry.id } }),
    onSuccess: () => refreshRecords(client, object),
  });
  return (
    <div className="timeline-comment">
      <p>{entry.body}</p>
      {entry.memberId === member.id && (
        <Button
          size="small"
          type="link"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={t("record.comment.delete")}
        >
          {t("act.delete")}
        </Button>
      )}
    </div>
  );
}

function ActivityText({ entry }: { readonly entry: TimelineEntry }) {
  const locale = useLocale();
  const label = useObjectIndex().find(({ key }) => key === entry.object)?.label;
  return (
    <p>
      <span className="muted">{label ? localText(label, locale) : entry.object}</span>{" "}
      <PathLink to={`/o/${entry.object}/${entry.recordId}`}>{entry.title || "--"}</PathLink>
    </p>
  );
}

function iconOf({ kind, op }: TimelineEntry) {
  if (kind === "comment") return <CommentOutlined />;
  if (kind === "activity") return <LinkOutlined />;
  return op === "create" ? <PlusOutlined /> : <EditOutlined />;
}
