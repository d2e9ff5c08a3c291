import { PlusOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { useKeys } from "../shell/keys.ts";
import { useIsPhone } from "../shell/media.ts";
import { Region } from "../shell/RegionState.tsx";
import { CalendarView } from "./calendar/CalendarView.tsx";
import { useColumns } from "./columns.ts";
import { type ObjectDefinition, useDefinition } from "./definition.ts";
import { CreateDrawer } from "./form/CreateDrawer.tsx";
import { GridView } from "./GridView.tsx";
import { Kanban } from "./kanban/Kanban.tsx";
import { ListEmpty } from "./ListEmpty.tsx";
import { ListTools } from "./ListTools.tsx";
import { useAddress } from "./list-address.ts";
import { listQuery } from "./list-query.ts";
import "./messages.ts";
import { PeekDrawer } from "./PeekDrawer.tsx";
import { RecordCards } from "./RecordCards.tsx";
import "./records.css";
import { useList } from "./use-list.ts";
import { useUndo } from "./use-undo.tsx";
import { ViewTabs } from "./ViewTabs.tsx";

/** The records of an object: as a grid, a board, a calendar, or cards on a phone. */
export function ListPage() {
  const { object = "" } = useParams({ strict: false }) as { object?: string };
  const definition = useDefinition(object);
  return (
    <Region query={definition} rows={10}>
      {(known) => <List key={object} definition={known} />}
    </Region>
  );
}

function List({ definition }: { readonly definition: ObjectDefinition }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const { params, change } = useAddress();
  const list = useList(definition);
  const { undo } = useUndo();
  const query = listQuery(definition, list);
  const columns = useColumns(definition, query.fields);
  const openNew = () => definition.canCreate && change({ new: "1" }, false);
  useKeys({ c: openNew, "mod+z": () => undo() });
  const empty = <ListEmpty definition={definition} list={list} onNew={openNew} />;
  const view = { definition, list, columns, query, empty };
  const type = list.isBin ? "grid" : list.settings.type;
  return (
    <div className="records-page">
      <PageHead
        title={localText(definition.plural, locale)}
        beside={list.isBin ? <span className="muted">{t("list.bin")}</span> : null}
        actions={
          definition.canCreate && (
            <Button type="primary" icon={<PlusOutlined />} size={isPhone ? "large" : "middle"} onClick={openNew}>
              {isPhone ? t("shell.new") : t("list.new", { name: localText(definition.label, locale) })}
            </Button>
          )
        }
      />
      <ViewTabs definition={definition} list={list} />
      <ListTools definition={definition} list={list} query={query} />
      <div className="list-body">
        {type === "kanban" ? (
          <Kanban {...view} />
        ) : type === "calendar" ? (
          <CalendarView {...view} />
        ) : isPhone ? (
          <RecordCards {...view} />
        ) : (
          <GridView {...view} />
        )}
      </div>
      {params.has("new") && <CreateDrawer definition={definition} onClose={() => change({ new: null, with: null })} />}
      {params.has("peek") && (
        <PeekDrawer definition={definition} id={params.get("peek") ?? ""} onClose={() => change({ peek: null })} />
      )}
    </div>
  );
}
