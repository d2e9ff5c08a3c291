import { listSchemaOperations } from "@dabiao/core/model/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useIssueWords } from "../definition/issue-words.ts";
import "./messages.ts";

const ASK_AGAIN_MS = 2_000;

/** Work on tables that a publication left behind: what it is, how far, and what went wrong. */
export function OperationsStrip({ object }: { readonly object?: string }) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const { data } = useQuery({
    queryKey: ["schema-operations", object ?? null],
    queryFn: ({ signal }) =>
      call(listSchemaOperations, { query: { open: "true", ...(object === undefined ? {} : { object }) }, signal }),
    refetchInterval: (query) => ((query.state.data?.items.length ?? 0) > 0 ? ASK_AGAIN_MS : false),
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert
      className="operations"
      type={items.some(({ state }) => state === "failed") ? "error" : "info"}
      showIcon
      title={t("objects.operations")}
      description={
        <ul className="plain-list">
          {items.map((item) => (
            <li key={item.id}>
              {[
                item.object,
                t(`objects.operation.${item.kind}`),
                item.error
                  ? words({ code: item.error.code, params: item.error.params as never })
                  : t("objects.operation.state", { done: item.done }),
              ].join(" · ")}
            </li>
          ))}
        </ul>
      }
    />
  );
}
