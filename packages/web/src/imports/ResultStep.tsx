import { errorFile, undoImport } from "@dabiao/core/imports/contract.ts";
import type { Import } from "@dabiao/core/imports/import.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Popconfirm, Result, Space, Statistic } from "antd";
import { useTranslation } from "react-i18next";
import { addressOf } from "../api/address.ts";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { useGo } from "../shell/use-go.ts";
import { backFrom } from "./back-from.ts";

const COUNTS = ["created", "updated", "unchanged", "skipped", "failed"] as const;

/** The end of an import, also a partial one: what became of the rows, the faulty ones as a file, and the way back. */
export function ResultStep({ stored }: { readonly stored: Import }) {
  const { t } = useTranslation();
  const go = useGo();
  const client = useQueryClient();
  const { state, counts, mapping, undoUntil, id, failure } = stored;
  const target = mapping?.target;
  const isOver = state === "done" || state === "cancelled";
  const place = target?.kind === "object" ? `/o/${target.object}` : "/build/members";
  return (
    <Result
      status={state === "failed" ? "error" : state === "done" && counts.failed === 0 ? "success" : "info"}
      title={t(`import.${state}`)}
      subTitle={failure ? t(`refusal.${failure.code}`, { ...failure.params }) : undefined}
      extra={
        <Space wrap>
          {backFrom() === "start" && (
            <Button type="primary" onClick={() => void client.invalidateQueries().then(() => go("/start"))}>
              {t("import.next")}
            </Button>
          )}
          {isOver && (
            <Button type={backFrom() ? "default" : "primary"} onClick={() => go(place)}>
              {t("import.open")}
            </Button>
          )}
          {counts.failed > 0 && isOver && (
            <Button href={addressOf(errorFile, { params: { id } })} download>
              {t("import.errors")}
            </Button>
          )}
          <Button onClick={() => go(`/build/import/new${location.search}`)}>{t("import.again")}</Button>
          {undoUntil !== null && <UndoButton id={id} />}
        </Space>
      }
    >
      {isOver && (
        <div className="import-counts">
          {COUNTS.map((count) => (
            <Statistic key={count} title={t(`import.count.${count}`)} value={counts[count]} />
          ))}
        </div>
      )}
    </Result>
  );
}

function UndoButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(undoImport, { params: { id } }),
    onSuccess: ({ undone, kept }) => {
      const stayed = kept.length > 0 ? ` · ${t("import.undo.kept", { count: kept.length })}` : "";
      void message.success(t("import.undo.done", { count: undone }) + stayed);
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <>
      <Popconfirm title={t("import.undo")} description={t("import.undo.ask")} onConfirm={() => undo.mutate()}>
        <Button danger loading={undo.isPending}>
          {t("import.undo")}
        </Button>
      </Popconfirm>
      {undo.error && <Alert type="error" title={refusalText(undo.error)} />}
    </>
  );
}
