import { PlusOutlined } from "@ant-design/icons";
import { createApiKey, listApiKeys, revokeApiKey } from "@dabiao/core/people/rights-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Select, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useSession } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useErrorWords } from "../definition/issue-words.ts";
import { RoleSelect } from "../members/RoleSelect.tsx";
import { OnceShown } from "./OnceShown.tsx";
import { useStamp } from "./use-stamp.ts";

const KEY = ["api-keys"];
const DAYS = [30, 90, 365, 0];

/** Keys for programs: made with some of one's own roles, shown once, revoked at once. */
export function ApiKeysTab() {
  const { t } = useTranslation();
  const stamp = useStamp();
  const { modal, message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const keys = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(listApiKeys, { signal }) });
  const revoke = (id: string, name: string) =>
    void modal.confirm({
      title: t("apiKey.revoke.ask", { name }),
      okButtonProps: { danger: true },
      onOk: async () => {
        await call(revokeApiKey, { params: { id } }).catch((error: unknown) => void message.error(words(error)));
        await client.invalidateQueries({ queryKey: KEY });
      },
    });
  return (
    <>
      <p className="muted">{t("keys.hint")}</p>
      {text !== null && <OnceShown hint={t("apiKey.once")} text={text} />}
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
        {t("apiKey.new")}
      </Button>
      <Region query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t("apiKey.none")}</p>
          ) : (
            items.map((key) => (
              <div key={key.id} className="version-row">
                <div className="grow">
                  <strong>{key.name}</strong> {key.revokedAt && <Tag color="error">{t("apiKey.revoked")}</Tag>}
                  <div className="muted">
                    {[
                      key.roleKeys.join("、"),
                      key.expiresAt ? t("apiKey.expires", { at: stamp(key.expiresAt) }) : t("apiKey.days.never"),
                      key.lastUsedAt ? t("apiKey.used", { at: stamp(key.lastUsedAt) }) : t("apiKey.unused"),
                    ].join(" · ")}
                  </div>
                </div>
                {!key.revokedAt && (
                  <Button size="small" danger onClick={() => revoke(key.id, key.name)}>
                    {t("apiKey.revoke")}
                  </Button>
                )}
              </div>
            ))
          )
        }
      </Region>
      {making && (
        <NewKeyDialog
          onClose={() => setMaking(false)}
          onMade={async (made) => {
            setText(made);
            setMaking(false);
            await client.invalidateQueries({ queryKey: KEY });
          }}
        />
      )}
    </>
  );
}

function NewKeyDialog({ onClose, onMade }: { onClose(): void; onMade(text: string): Promise<void> }) {
  const { t } = useTranslation();
  const { member } = useSession();
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<readonly string[]>(member.roleKeys);
  const [days, setDays] = useState(365);
  const make = useMutation({
    mutationFn: () => call(createApiKey, { body: { name, roleKeys: [...roles], days: days === 0 ? null : days } }),
    onSuccess: ({ text }) => onMade(text),
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t("apiKey.new")}
      okButtonProps={{ disabled: name.trim() === "" || roles.length === 0, loading: make.isPending }}
      onOk={() => make.mutate()}
    >
      <FormFault error={make.error} />
      <div className="stacked">
        <label>
          <span>{t("apiKey.name")}</span>
          <Input autoFocus value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <div>
          <span>{t("apiKey.roles")}</span>
          <RoleSelect value={roles} label={t("apiKey.roles")} onChange={setRoles} />
        </div>
        <div>
          <span>{t("apiKey.days")}</span>
          <Select
            aria-label={t("apiKey.days")}
            value={days}
            options={DAYS.map((count) => ({
              value: count,
              label: count === 0 ? t("apiKey.days.never") : t("apiKey.days.count", { count }),
            }))}
            onChange={setDays}
          />
        </div>
      </div>
    </Modal>
  );
}
