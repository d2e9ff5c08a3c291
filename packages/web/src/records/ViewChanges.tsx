import { publishContract, putDraft } from "@dabiao/core/model/contract.ts";
import type { ViewBody } from "@dabiao/core/model/kinds/view.ts";
import { putPersonalView } from "@dabiao/core/model/world-contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { usePermissions } from "../people/session.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListState } from "./use-list.ts";

interface ViewChangesProps {
  readonly definition: ObjectDefinition;
  readonly list: ListState;
}

/** 已修改: a change stays with whoever made it until it is kept for oneself, for the team, or taken back. */
export function ViewChanges({ definition, list }: ViewChangesProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const permissions = usePermissions();
  const mayShare = permissions.has("views.share") || permissions.has("model.manage");
  const [name, setName] = useState<string | null>(null);
  const { key, view } = list.tab;

  async function settled(text: string) {
    await client.invalidateQueries({ queryKey: ["world"] });
    list.reset();
    void message.success(text);
  }

  const keep = useMutation({
    mutationFn: (body: ListState["settings"] | null) =>
      call(putPersonalView, { params: { key: key ?? "" }, body: { body: body && (plain(body) as never) } }),
    onSuccess: (_, body) => settled(t(body ? "view.savedMine" : "view.reverted")),
    onError: (error) => message.error(refusalText(error)),
  });
  const share = useMutation({
    async mutationFn({ viewKey, body }: { viewKey: string; body: ViewBody }) {
      const params = { kind: "view", key: viewKey } as const;
      await call(putDraft, { params, body: { body: plain(body) as never } });
      await call(publishContract, { params, body: {} });
      if (view?.personal && viewKey === key)
        await call(putPersonalView, { params: { key: viewKey }, body: { body: null } });
    },
    onSuccess: () => {
      setName(null);
      return settled(t("view.savedTeam"));
    },
    onError: (error) => message.error(refusalText(error)),
  });

  if (list.standing === "shared") return null;
  const { settings } = list;
  const isChanged = list.standing === "changed";

  function saveNew(label: string) {
    const body: ViewBody = { ...settings, object: definition.key, label: { zh: label }, shared: true, order: 900 };
    share.mutate({ viewKey: `${definition.key.slice(0, 24)}_${Date.now().toString(36)}`, body });
  }

  return (
    <span className="view-changes">
      <span>{t(isChanged ? "view.changed" : "view.mine")}</span>
      {isChanged && view && (
        <Button size="small" type="link" loading={keep.isPending} onClick={() => keep.mutate(settings)}>
          {t("view.saveMine")}
        </Button>
      )}
      {view && mayShare && (
        <Button
          size="small"
          type="link"
          loading={share.isPending}
          onClick={() =>
            share.mutate({ viewKey: view.key, body: { ...view.body, ...settings, ...noFilter(settings) } })
          }
        >
          {t("view.saveTeam")}
        </Button>
      )}
      {mayShare && isChanged && (
        <Button size="small" type="link" onClick={() => setName("")}>
          {t("view.new")}
        </Button>
      )}
      <Button size="small" type="link" onClick={() => (isChanged ? list.reset() : keep.mutate(null))}>
        {t("view.revert")}
      </Button>
      <Modal
        open={name !== null}
        title={t("view.new")}
        okButtonProps={{ disabled: !name?.trim(), loading: share.isPending }}
        onOk={() => saveNew(name?.trim() ?? "")}
        onCancel={() => setName(null)}
      >
        <Input
          value={name ?? ""}
          autoFocus
          maxLength={40}
          placeholder={t("view.new.name")}
          aria-label={t("view.new.name")}
          onChange={(event) => setName(event.target.value)}
        />
      </Modal>
    </span>
  );
}

/** A view whose filter was taken away must not get the old one back from the shared body. */
function noFilter({ filter }: ListState["settings"]): object {
  return filter ? {} : { filter: undefined };
}

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
