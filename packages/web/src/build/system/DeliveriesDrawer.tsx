import { listWebhookDeliveries, type Replay, replayWebhook } from "@dabiao/core/platform/webhook-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useErrorWords } from "../definition/issue-words.ts";
import { useStamp } from "./use-stamp.ts";

const DAY_MS = 86_400_000;
const COLOR = { waiting: "processing", delivered: "success", failed: "error" } as const;

/** What was sent to a webhook, and sending it again. */
export function DeliveriesDrawer({ webhook, onClose }: { readonly webhook: string | null; onClose(): void }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const stamp = useStamp();
  const { message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const params = { webhookId: webhook ?? "" };
  const key = ["webhook-deliveries", webhook];
  const log = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listWebhookDeliveries, { params, query: {}, signal }),
    enabled: webhook !== null,
    refetchInterval: 3_000,
  });
  const replay = useMutation({
    mutationFn: (body: Replay) => call(replayWebhook, { params, body }),
    onSuccess: async ({ count }) => {
      void message.success(t("webhook.replayed", { count }));
      await client.invalidateQueries({ queryKey: key });
    },
    onError: (error) => void message.error(words(error)),
  });
  const replayFailed = () => replay.mutate({ failedSince: new Date(Date.now() - DAY_MS).toISOString() });
  return (
    <Drawer
      open={webhook !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 560}
      title={t("webhook.deliveries")}
      extra={<Button onClick={replayFailed}>{t("webhook.replay.failed")}</Button>}
      destroyOnHidden
    >
      <Region query={log}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t("webhook.deliveries.none")}</p>
          ) : (
            items.map((item) => (
              <div key={item.id} className="version-row">
                <div className="grow">
                  <Tag color={COLOR[item.state]}>{t(`webhook.state.${item.state}`)}</Tag>
                  {stamp(item.at)}
                  <div className="muted">
                    {[item.status, item.fault, `×${item.attempts}`].filter(Boolean).join(" · ")}
                  </div>
                </div>
                <Button size="small" onClick={() => replay.mutate({ deliveryIds: [item.id] })}>
                  {t("webhook.replay")}
                </Button>
              </div>
            ))
          )
        }
      </Region>
    </Drawer>
  );
}
