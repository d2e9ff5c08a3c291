import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import type { ObjectDefinition } from "./definition.ts";
import "./page/page.css";
import { RecordFields } from "./page/RecordFields.tsx";
import { StageBar } from "./page/StageBar.tsx";
import { recordQuery } from "./record-data.ts";
import { useReturnFocus } from "./use-return-focus.ts";

interface PeekDrawerProps {
  readonly definition: ObjectDefinition;
  readonly id: string;
  onClose(): void;
}

/** A record beside its list, opened with Space. */
export function PeekDrawer({ definition, id, onClose }: PeekDrawerProps) {
  const { t } = useTranslation();
  const go = useGo();
  useReturnFocus();
  const record = useQuery(recordQuery(definition.key, id));
  const name = String(record.data?.record.values[definition.body.nameField] ?? "");
  return (
    <Drawer
      open
      onClose={onClose}
      title={name}
      size={520}
      extra={
        <Button type="primary" onClick={() => go(`/o/${definition.key}/${id}`)}>
          {t("record.open")}
        </Button>
      }
    >
      <Region query={record} rows={10}>
        {(detail) => (
          <>
            <StageBar definition={definition} detail={detail} />
            <RecordFields definition={definition} detail={detail} />
          </>
        )}
      </Region>
    </Drawer>
  );
}
