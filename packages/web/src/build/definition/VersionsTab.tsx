import { type DefinitionDetail, diffVersions, publishContract } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { useErrorWords } from "./issue-words.ts";
import "./definition.css";
import "./messages.ts";

/** Every published version: what changed since, and the way back to it. */
export function VersionsTab({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const words = useErrorWords();
  const [compared, setCompared] = useState<number | null>(null);
  const { kind, key, published } = detail;
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const restore = useMutation({
    mutationFn: (from: number) => call(publishContract, { params: { kind, key }, body: { from } }),
    onSuccess: async () => {
      void message.success(t("versions.restored"));
      await client.invalidateQueries();
    },
    onError: (error) => void message.error(words(error)),
  });
  const ask = (version: number) =>
    void modal.confirm({
      title: t("versions.restore.ask", { version }),
      onOk: () => restore.mutateAsync(version).catch(() => undefined),
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
          </div>
          {each.version !== published && (
            <>
              <Button size="small" onClick={() => setCompared(each.version)}>
                {t("versions.compare")}
              </Button>
              <Button size="small" onClick={() => ask(each.version)}>
                {t("versions.restore")}
              </Button>
            </>
          )}
        </div>
      ))}
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
