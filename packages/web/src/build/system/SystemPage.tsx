import type { Permission } from "@dabiao/core/people/role.ts";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { usePermissions } from "../../people/session.ts";
import { ApiKeysTab } from "./ApiKeysTab.tsx";
import { AuditTab } from "./AuditTab.tsx";
import { CalendarTab } from "./CalendarTab.tsx";
import { GeneralTab } from "./GeneralTab.tsx";
import { PackagesTab } from "./PackagesTab.tsx";
import { RatesTab } from "./RatesTab.tsx";
import { WebhooksTab } from "./WebhooksTab.tsx";
import "../definition/definition.css";
import "../definition/messages.ts";
import "./messages.ts";
import "./system.css";

const TABS: readonly { readonly key: string; readonly needs: Permission | null; readonly body: ReactNode }[] = [
  { key: "general", needs: null, body: <GeneralTab /> },
  { key: "calendar", needs: "model.manage", body: <CalendarTab /> },
  { key: "rates", needs: "metrics.manage", body: <RatesTab /> },
  { key: "keys", needs: "api_keys.manage", body: <ApiKeysTab /> },
  { key: "webhooks", needs: "webhooks.manage", body: <WebhooksTab /> },
  { key: "audit", needs: "audit.read", body: <AuditTab /> },
  { key: "packages", needs: "model.manage", body: <PackagesTab /> },
];

/** 8.8: what keeps the company's installation in order; a tab nobody may use is absent. */
export function SystemPage() {
  const { t } = useTranslation();
  const permissions = usePermissions();
  return (
    <>
      <PageHead
        title={t("system.title")}
        actions={
          <Button href="/api/docs" target="_blank" rel="noreferrer">
            {t("system.docs")}
          </Button>
        }
      />
      <PageTabs
        label={t("system.title")}
        items={TABS.filter(({ needs }) => needs === null || permissions.has(needs)).map(({ key, body }) => ({
          key,
          label: t(`system.tab.${key}`),
          children: body,
        }))}
      />
    </>
  );
}
