import { AimOutlined, AppstoreOutlined, HomeOutlined, UserOutlined } from "@ant-design/icons";
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useGo } from "./use-go.ts";

const TABS = [
  { path: "/home", label: "place.home", icon: <HomeOutlined /> },
  { path: "/o", label: "place.sales", icon: <AppstoreOutlined /> },
  { path: "/kpi", label: "place.performance", icon: <AimOutlined /> },
  { path: "/me", label: "place.me", icon: <UserOutlined /> },
] as const;

/** The four tabs at the thumb on a phone. */
export function PhoneTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const go = useGo();
  return (
    <nav className="phone-tabs" aria-label={t("shell.navigation")}>
      {TABS.map((tab) => (
        <button
          key={tab.path}
          type="button"
          className="phone-tab"
          aria-current={pathname.startsWith(tab.path) ? "page" : undefined}
          onClick={() => go(tab.path)}
        >
          {tab.icon}
          <span>{t(tab.label)}</span>
        </button>
      ))}
    </nav>
  );
}
