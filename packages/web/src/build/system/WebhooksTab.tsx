import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Region } from "../../shell/RegionState.tsx";
import { DeliveriesDrawer } from "./DeliveriesDrawer.tsx";
import { NewWebhookDialog } from "./NewWebhookDialog.tsx";
import { OnceShown } from "./OnceShown.tsx";
import { WebhookRow } from "./WebhookRow.tsx";
import { webhooksQuery } from "./webhook-queries.ts";

/** Webhooks: where changes are told, their secrets, and what was sent. */
export function WebhooksTab() {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [log, setLog] = useState<string | null>(null);
  const webhooks = useQuery(webhooksQuery);
  return (
    <>
      <p className="muted">{t("webhook.hint")}</p>
      {secret !== null && <OnceShown hint={t("webhook.secret")} text={secret} />}
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
        {t("webhook.new")}
      </Button>
      <Region query={webhooks}>
        {(items) =>
          items.length === 0 ? (
            <p className="muted">{t("webhook.none")}</p>
          ) : (
            items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onSecret={setSecret} onLog={() => setLog(webhook.id)} />
            ))
          )
        }
      </Region>
      {making && (
        <NewWebhookDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setSecret(made);
            setMaking(false);
          }}
        />
      )}
      <DeliveriesDrawer webhook={log} onClose={() => setLog(null)} />
    </>
  );
}
