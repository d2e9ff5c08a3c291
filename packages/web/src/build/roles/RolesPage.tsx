import { PlusOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { putDraft } from "@dabiao/core/model/contract.ts";
import { listRoles } from "@dabiao/core/people/rights-contract.ts";
import { RoleBody } from "@dabiao/core/people/role.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { useGo } from "../../shell/use-go.ts";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";
import { useErrorWords } from "../definition/issue-words.ts";
import { newKey } from "../definition/new-key.ts";
import { RoleEditor } from "./RoleEditor.tsx";
import "../definition/messages.ts";
import "./messages.ts";
import "../definition/definition.css";
import "./roles.css";

/** 8.6: what each role may do, drafted and published like everything that is built. */
export function RolesPage() {
  const { t } = useTranslation();
  const go = useGo();
  const locale = useLocale();
  const { message } = App.useApp();
  const client = useQueryClient();
  const words = useErrorWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const roles = useQuery(definitionsQuery("role"));
  const cards = useQuery({ queryKey: ["roles"], queryFn: ({ signal }) => call(listRoles, { signal }) });
  const items = roles.data?.items ?? [];
  const key = chosen ?? items[0]?.key ?? null;
  const add = useMutation({
    mutationFn: async () => {
      const label = { zh: t("roles.new", { lng: "zh-CN" }), en: t("roles.new", { lng: "en" }) };
      const fresh = newKey(
        label,
        items.map((item) => item.key),
      );
      const body = RoleBody.parse({ label, objects: { "*": { read: "own" } } });
      await call(putDraft, { params: { kind: "role", key: fresh }, body: { body: body as never } });
      return fresh;
    },
    onSuccess: async (fresh) => {
      await client.invalidateQueries({ queryKey: ["definitions"] });
      setChosen(fresh);
    },
    onError: (error) => void message.error(words(error)),
  });
  return (
    <>
      <PageHead
        title={t("roles.title")}
        actions={
          <>
            <Button icon={<QuestionCircleOutlined />} onClick={() => go("/build/roles/why")}>
              {t("roles.why")}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} loading={add.isPending} onClick={() => add.mutate()}>
              {t("roles.new")}
            </Button>
          </>
        }
      />
      <Region query={roles} rows={8}>
        {() => (
          <div className="roles">
            <nav className="card role-list" aria-label={t("roles.list")}>
              {items.map((item) => {
                const card = cards.data?.items.find((each) => each.key === item.key);
                const count = card?.members ?? 0;
                return (
                  <button
                    key={item.key}
                    type="button"
                    className="role-pick"
                    aria-current={item.key === key ? "true" : undefined}
                    onClick={() => setChosen(item.key)}
                  >
                    <span className="grow">{card ? localText(card.label, locale) : item.label}</span>
                    {item.hasDraft && <Tag color="warning">{t("definition.draft")}</Tag>}
                    <span className="muted">{t("roles.members", { count })}</span>
                  </button>
                );
              })}
            </nav>
            {key !== null && <ChosenRole key={key} role={key} />}
          </div>
        )}
      </Region>
    </>
  );
}

function ChosenRole({ role }: { readonly role: string }) {
  const detail = useQuery(definitionQuery("role", role));
  return <Region query={detail}>{(data) => <RoleEditor detail={data} />}</Region>;
}
