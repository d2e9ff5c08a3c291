import { MoreOutlined } from "@ant-design/icons";
import {
  changeWebhook,
  deleteWebhook,
  pingWebhook,
  replaceWebhookSecret,
  type Webhook,
} from "@dabiao/core/platform/webhook-contract.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Switch, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useErrorWords } from "../definition/issue-words.ts";
import { webhooksQuery } from "./webhook-queries.ts";

interface WebhookRowProps {
  readonly webhook: Webhook;
  onSecret(secret: string): void;
  onLog(): void;
}

/** One webhook with its switch and what can be done with it. */
export function WebhookRow({ webhook, onSecret, onLog }: WebhookRowProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const params = { webhookId: webhook.id };

  async function act(work: () => Promise<unknown>) {
    try {
      await work();
      await client.invalidateQueries(webhooksQuery);
    } catch (error) {
      void message.error(words(error));
    }
  }

  function choose(key: string) {
    if (key === "ping") {
      void act(async () => {
        await call(pingWebhook, { params });
        void message.success(t("webhook.pinged"));
      });
    }
    if (key === "replace") void act(async () => onSecret((await call(replaceWebhookSecret, { params })).secret));
    if (key === "delete") {
      const remove = () => act(() => call(deleteWebhook, { params }));
      void modal.confirm({
        title: t("webhook.delete.ask", { name: webhook.name }),
        okButtonProps: { danger: true },
        onOk: remove,
      });
    }
  }

  return (
    <div className="version-row">
      <div className="grow">
        <strong>{webhook.name}</strong>{" "}
        {webhook.failures > 0 && <Tag color="error">{t("webhook.failures", { count: webhook.failures })}</Tag>}
        <div className="muted link-text">{webhook.url}</div>
      </div>
      <Switch
        aria-label={`${t("webhook.on")} ${webhook.name}`}
        checked={webhook.active}
        onChange={(active) => void act(() => call(changeWebhook, { params, body: { active } }))}
      />
      <Button size="small" onClick={onLog}>
        {t("webhook.deliveries")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "ping", label: t("webhook.ping") },
            { key: "replace", label: t("webhook.replace") },
            { key: "delete", label: t("act.delete"), danger: true },
          ],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button size="small" icon={<MoreOutlined />} aria-label={`${t("act.edit")} ${webhook.name}`} />
      </Dropdown>
    </div>
  );
}
