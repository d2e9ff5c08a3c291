import { publishContract } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Drawer, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { ImpactView } from "./ImpactView.tsx";
import { impactQuery } from "./impact-query.ts";
import { needsReason } from "./needs-reason.ts";
import { ReasonAsked } from "./ReasonAsked.tsx";

interface PublishDrawerProps {
  readonly kind: string;
  readonly definition: string;
  readonly open: boolean;
  onClose(): void;
}

/** What publishing would do, and then doing it. */
export function PublishDrawer({ kind, definition: key, open, onClose }: PublishDrawerProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [empty, setEmpty] = useState(false);
  const [reason, setReason] = useState("");
  const impact = useQuery({ ...impactQuery(kind, key), enabled: open });
  const publish = useMutation({
    mutationFn: () =>
      call(publishContract, {
        params: { kind, key },
        body: { note, failures: empty ? "empty" : "refuse", ...(reason.trim() === "" ? {} : { reason }) },
      }),
    onSuccess: async ({ state }) => {
      void message.success(
        t({ published: "publish.done", building: "publish.building", unchanged: "publish.unchanged" }[state]),
      );
      setNote("");
      setReason("");
      onClose();
      await client.invalidateQueries();
    },
  });
  const failing = impact.data?.fields.some(({ failed }) => failed > 0) ?? false;
  const blocked = !impact.data || impact.data.issues.length > 0 || (needsReason(publish.error) && reason.trim() === "");
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={isPhone ? "100%" : 560}
      title={t("publish.title")}
      destroyOnHidden
      footer={
        <div className="publish-foot">
          <Input
            aria-label={t("publish.note")}
            placeholder={t("publish.note")}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button type="primary" disabled={blocked} loading={publish.isPending} onClick={() => publish.mutate()}>
            {t("publish.now")}
          </Button>
        </div>
      }
    >
      {needsReason(publish.error) ? (
        <ReasonAsked issues={publish.error.issues} reason={reason} onChange={setReason} />
      ) : (
        <FormFault error={publish.error} />
      )}
      <Region query={impact}>{(data) => <ImpactView impact={data} />}</Region>
      {failing && (
        <Checkbox checked={empty} onChange={(event) => setEmpty(event.target.checked)}>
          {t("publish.empty")}
        </Checkbox>
      )}
    </Drawer>
  );
}
