import { RatesBody } from "@dabiao/core/metrics/rates.ts";
import { ratesKind } from "@dabiao/core/metrics/rates-kind.ts";
import { type DefinitionDetail, putDraft } from "@dabiao/core/model/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { Region } from "../../shell/RegionState.tsx";
import { DraftBar } from "../definition/DraftBar.tsx";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { useIssueWords } from "../definition/issue-words.ts";
import { useDraft } from "../definition/use-draft.ts";
import { VersionsTab } from "../definition/VersionsTab.tsx";
import { RatesEditor } from "./RatesEditor.tsx";
import "./rates-messages.ts";

/** CV-6: what other currencies are worth, from which day on. What is published stays. */
export function RatesTab() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const books = useQuery(definitionsQuery("rates"));
  const make = useMutation({
    mutationFn: () => {
      const body = RatesBody.parse({ label: { zh: "公司汇率", en: "Company rates" }, to: "CNY" });
      return call(putDraft, { params: { kind: "rates", key: "company" }, body: { body: body as never } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["definitions"] }),
  });
  return (
    <Region query={books}>
      {({ items: [first] }) =>
        first ? (
          <OneBook book={first.key} />
        ) : (
          <>
            <p className="muted">{t("rates.empty")}</p>
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {t("rates.make")}
            </Button>
          </>
        )
      }
    </Region>
  );
}

function OneBook({ book }: { readonly book: string }) {
  const detail = useQuery(definitionQuery("rates", book));
  return <Region query={detail}>{(data) => <BookEditor detail={data} />}</Region>;
}

function BookEditor({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const draft = useDraft(ratesKind, detail);
  const published = detail.published === null ? null : RatesBody.safeParse(detail.body).data;
  return (
    <div className="calendar-editor">
      <DraftBar draft={draft} />
      {draft.issues.length > 0 && (
        <Alert type="error" showIcon title={draft.issues.map((issue) => words(issue)).join(" ")} />
      )}
      <RatesEditor body={draft.body} frozen={published?.rates ?? []} onChange={draft.change} />
      <section className="card">
        <h2>{t("versions.title")}</h2>
        <VersionsTab detail={detail} />
      </section>
    </div>
  );
}
