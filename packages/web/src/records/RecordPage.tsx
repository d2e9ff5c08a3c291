import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { ApiRefusal } from "../api/call.ts";
import { formatMoment } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { useKeys } from "../shell/keys.ts";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { type ObjectDefinition, useDefinition } from "./definition.ts";
import { useAddress } from "./list-address.ts";
import "./messages.ts";
import { Attachments } from "./page/Attachments.tsx";
import { NextStepCard } from "./page/NextStepCard.tsx";
import "./page/page.css";
import { RecordActions } from "./page/RecordActions.tsx";
import { RecordFields } from "./page/RecordFields.tsx";
import { Related } from "./page/Related.tsx";
import { StageBar } from "./page/StageBar.tsx";
import { Timeline } from "./page/Timeline.tsx";
import { recordQuery } from "./record-data.ts";
import "./records.css";
import { useUndo } from "./use-undo.tsx";

/** One record: what it is, what happened to it, what comes next. */
export function RecordPage() {
  const { object = "", id = "" } = useParams({ strict: false }) as { object?: string; id?: string };
  const { params } = useAddress();
  const isDeleted = params.get("deleted") === "true";
  const definition = useDefinition(object);
  const record = useQuery(recordQuery(object, id, isDeleted));
  const refusal = record.error instanceof ApiRefusal ? record.error : null;
  if (refusal?.status === 404) return <Missing object={object} id={id} isDeleted={isDeleted} />;
  return (
    <Region query={definition} rows={10}>
      {(known) => (
        <Region query={record} rows={10}>
          {(detail) => <Record key={id} definition={known} detail={detail} isDeleted={isDeleted} />}
        </Region>
      )}
    </Region>
  );
}

interface RecordProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
  readonly isDeleted: boolean;
}

function Record({ definition, detail, isDeleted }: RecordProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { undo } = useUndo();
  useKeys({ "mod+z": () => undo() });
  const { record, titles } = detail;
  const { values } = record;
  const name = String(values[definition.body.nameField] ?? "") || record.id.slice(0, 8);
  const plural = localText(definition.plural, locale);
  const who = (id: unknown) => titles["member"]?.[String(id)] ?? t("record.change.system");
  const moment = (at: unknown) => (typeof at === "string" ? formatMoment(at, locale) : "--");
  return (
    <>
      <PageHead
        title={name}
        beside={<PathLink to={`/o/${definition.key}`}>{plural}</PathLink>}
        actions={<RecordActions definition={definition} detail={detail} isDeleted={isDeleted} />}
      />
      {isDeleted && <Alert type="warning" banner title={t("record.deleted")} />}
      <StageBar definition={definition} detail={detail} />
      <div className="record-panes">
        <div>
          <div className="card">
            <h2>{t("record.details")}</h2>
            <RecordFields definition={definition} detail={detail} />
            <p className="record-who">
              {t("record.who", {
                created: moment(values["created_at"]),
                by: who(values["created_by"]),
                updated: moment(values["updated_at"]),
                last: who(values["updated_by"]),
              })}
            </p>
          </div>
        </div>
        <div>
          {!isDeleted && <Timeline definition={definition} id={record.id} />}
          {!isDeleted && <Related definition={definition} detail={detail} />}
        </div>
        <div className="record-aside">
          {!isDeleted && <NextStepCard definition={definition} detail={detail} />}
          {!isDeleted && <Attachments object={definition.key} id={record.id} canEdit={record.canEdit} />}
        </div>
      </div>
    </>
  );
}

interface MissingProps {
  readonly object: string;
  readonly id: string;
  readonly isDeleted: boolean;
}

/** A record that is gone or out of reach: the way to the bin, and back to the list. */
function Missing({ object, id, isDeleted }: MissingProps) {
  const { t } = useTranslation();
  const go = useGo();
  const bin = useQuery({ ...recordQuery(object, id, true), enabled: !isDeleted, retry: false });
  return (
    <Result
      status="404"
      title={t(bin.data ? "record.deleted" : "record.missing")}
      subTitle={bin.data ? undefined : t("record.missing.hint")}
      extra={[
        <Button key="list" onClick={() => go(`/o/${object}`)}>
          {t("record.back")}
        </Button>,
        ...(bin.data
          ? [
              <Button key="bin" type="primary" onClick={() => go(`/o/${object}/${id}?deleted=true`)}>
                {t("record.bin")}
              </Button>,
            ]
          : []),
      ]}
    />
  );
}
