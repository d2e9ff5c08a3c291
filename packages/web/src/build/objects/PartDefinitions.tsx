import { PlusOutlined } from "@ant-design/icons";
import { type DefinitionDetail, putDraft } from "@dabiao/core/model/contract.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { Region } from "../../shell/RegionState.tsx";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { useErrorWords } from "../definition/issue-words.ts";
import { newKey } from "../definition/new-key.ts";
import "./part-messages.ts";

interface PartDefinitionsProps {
  readonly kind: "view" | "form";
  readonly object: string;
  first(label: LocalText): unknown;
  readonly children: (detail: DefinitionDetail) => ReactNode;
}

/** The forms or views of one object: choose one, or begin a new one. */
export function PartDefinitions({ kind, object, first, children }: PartDefinitionsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const all = useQuery(definitionsQuery(kind));
  const keys = (all.data?.items ?? []).map(({ key }) => key);
  const details = useQueries({ queries: keys.map((key) => ({ ...definitionQuery(kind, key), staleTime: 60_000 })) });
  const own = details.flatMap(({ data }) => (data && objectOf(data) === object ? [data] : []));
  const shown = own.find(({ key }) => key === chosen) ?? own[0];
  const add = useMutation({
    mutationFn: async () => {
      const label = { zh: t(`${kind}.first`, { lng: "zh-CN" }), en: t(`${kind}.first`, { lng: "en" }) };
      const key = newKey({ zh: label.zh, en: `${object} ${label.en}` }, keys);
      await call(putDraft, { params: { kind, key }, body: { body: first(label) as never } });
      return key;
    },
    onSuccess: async (key) => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      setChosen(key);
    },
    onError: (error) => void message.error(words(error)),
  });
  return (
    <Region query={all}>
      {() => (
        <>
          <div className="part-bar">
            {own.length > 0 && (
              <Select
                aria-label={t(`${kind}.choose`)}
                value={shown?.key ?? null}
                options={own.map(({ key, label }) => ({ value: key, label }))}
                onChange={setChosen}
              />
            )}
            <Button icon={<PlusOutlined />} loading={add.isPending} onClick={() => add.mutate()}>
              {t(`${kind}.new`)}
            </Button>
          </div>
          {shown ? children(shown) : <Empty description={t(`${kind}.empty`)} />}
        </>
      )}
    </Region>
  );
}

function objectOf({ draft, body }: DefinitionDetail): unknown {
  return ((draft ?? body) as { object?: unknown } | null)?.object;
}
