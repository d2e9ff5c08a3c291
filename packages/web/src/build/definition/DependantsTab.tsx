import { type DefinitionDetail, deleteDefinition, listDependants } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useGo } from "../../shell/use-go.ts";
import { DependantList } from "./DependantList.tsx";
import { useErrorWords } from "./issue-words.ts";
import "./messages.ts";

/** Everything that uses a definition, and deleting it once nothing does. */
export function DependantsTab({ detail, back }: { readonly detail: DefinitionDetail; readonly back: string }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const go = useGo();
  const words = useErrorWords();
  const [purge, setPurge] = useState(false);
  const { kind, key, label } = detail;
  const usage = useQuery({
    queryKey: ["definition", kind, key, "dependants"],
    queryFn: ({ signal }) => call(listDependants, { params: { kind, key }, query: {}, signal }),
  });
  const remove = useMutation({
    mutationFn: () => call(deleteDefinition, { params: { kind, key }, query: { purge: purge ? "true" : "false" } }),
    onSuccess: async () => {
      void message.success(t("usage.deleted"));
      go(back);
      await client.invalidateQueries();
    },
    onError: (error) => void message.error(words(error)),
  });
  const ask = () =>
    void modal.confirm({
      title: t("usage.delete.ask", { label }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => undefined),
    });
  return (
    <Region query={usage}>
      {({ dependants }) => (
        <>
          <DependantList dependants={dependants} />
          {dependants.length > 0 && <p className="muted">{t("usage.hint")}</p>}
          {kind === "object" && dependants.length === 0 && (
            <p>
              <Checkbox checked={purge} onChange={(event) => setPurge(event.target.checked)}>
                {t("usage.purge")}
              </Checkbox>
            </p>
          )}
          <Button danger disabled={dependants.length > 0} onClick={ask}>
            {t("usage.delete")}
          </Button>
        </>
      )}
    </Region>
  );
}
