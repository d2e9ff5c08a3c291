import { type DefinitionDetail, diffVersions, publishContract } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Tag, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { useErrorWords } from "./issue-words.ts";
import { needsReason } from "./needs-reason.ts";
import { ReasonAsked } from "./ReasonAsked.tsx";
import "./definition.css";
import "./messages.ts";

/** Every published version: what changed since, and the way back to it. */
export function VersionsTab({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useErrorWords();
  const [compared, setCompared] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const { kind, key, published } = detail;
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const restore = useMutation({
    mutationFn: ({ from, reason }: { from: number; reason: string }) =>
      call(publishContract, {
        params: { kind, key },
        body: { from, ...(reason.trim() === "" ? {} : { reason }) },
      }),
    onSuccess: async () => {
      void message.success(t("versions.restored"));
      setAsked(null);
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!needsReason(error)) void message.error(words(error));
    },
  });
  if (detail.versions.length === 0) return <p className="muted">{t("versions.none")}</p>;
  return (
    <section aria-label={t("versions.title")}>
      {detail.versions.map((each) => (
        <div key={each.version} className="version-row">
          <div className="grow">
            <strong>{t("versions.number", { version: each.version })}</strong>{" "}
            {each.version === published && <Tag color="processing">{t("versions.current")}</Tag>}
            <Tag>{t(`versions.${each.layer}`)}</Tag>
            <div className="muted">
              {[stamp.format(new Date(each.at)), each.by?.name, each.note].filter(Boolean).join(" · ")}
            </div>
            {each.override && (
              <Typography.Text type="warning">
                {t("versions.override", { reason: each.override.reason })}
              </Typography.Text>
            )}
          </div>
          {each.version !== published && (
            <>
              <Button size="small" onClick={() => setCompared(each.version)}>
                {t("versions.compare")}
              </Button>
              <Button size="small" onClick={() => setAsked(each.version)}>
                {t("versions.restore")}
              </Button>
            </>
          )}
        </div>
      ))}
      <Modal
        open={asked !== null}
        onCancel={() => setAsked(null)}
        onOk={() => asked !== null && restore.mutate({ from: asked, reason })}
        okText={t("versions.restore")}
        okButtonProps={{ loading: restore.isPending, disabled: needsReason(restore.error) && reason.trim() === "" }}
        destroyOnHidden
        title={t("versions.restore.ask", { version: asked ?? 0 })}
      >
        {needsReason(restore.error) && (
          <ReasonAsked issues={restore.error.issues} reason={reason} onChange={setReason} />
        )}
      </Modal>
      <Modal
        open={compared !== null}
        onCancel={() => setCompared(null)}
        footer={null}
        destroyOnHidden
        title={t("versions.diff", { version: compared ?? 0 })}
      >
        {compared !== null && published !== null && (
          <Compared kind={kind} definition={key} from={compared} to={published} />
        )}
      </Modal>
    </section>
  );
}

interface ComparedProps {
  readonly kind: string;
  readonly definition: string;
  readonly from: number;
  readonly to: number;
}

function Compared({ kind, definition: key, from, to }: ComparedProps) {
  const diff = useQuery({
    queryKey: ["definition", kind, key, "diff", from, to],
    queryFn: ({ signal }) => call(diffVersions, { params: { kind, key }, query: { from, to }, signal }),
  });
  return <Region query={diff}>{({ differences }) => <DifferenceList differences={differences} />}</Region>;
}
