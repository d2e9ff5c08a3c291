import { AimOutlined, AppstoreOutlined, HomeOutlined, PlusOutlined, UserOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { useLocation } from "@tanstack/react-router";
import { Drawer } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useObjectIndex } from "../model/object-index.ts";
import { useGo } from "./use-go.ts";

interface Tab {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
}

const BEFORE: readonly Tab[] = [
  { path: "/home", label: "place.home", icon: <HomeOutlined /> },
  { path: "/o", label: "place.sales", icon: <AppstoreOutlined /> },
];
const AFTER: readonly Tab[] = [
  { path: "/kpi", label: "place.performance", icon: <AimOutlined /> },
  { path: "/me", label: "place.me", icon: <UserOutlined /> },
];

/** Four places at the thumb on a phone, and between them what one makes on the road. */
export function PhoneTabs() {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const creatable = useObjectIndex().filter(({ create }) => create);
  const [open, setOpen] = useState(false);
  return (
    <nav className="phone-tabs" aria-label={t("shell.navigation")}>
      {BEFORE.map((tab) => (
        <PhoneTab key={tab.path} tab={tab} />
      ))}
      {creatable.length > 0 && (
        <button type="button" className="phone-tab phone-new" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <PlusOutlined />
          <span>{t("shell.new")}</span>
        </button>
      )}
      {AFTER.map((tab) => (
        <PhoneTab key={tab.path} tab={tab} />
      ))}
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t("shell.new")}>
        <div className="phone-new-list">
          {creatable.map((object) => (
            <button
              key={object.key}
              type="button"
              onClick={() => {
                setOpen(false);
                go(`/o/${object.key}?new=1`);
              }}
            >
              {localText(object.label, locale)}
            </button>
          ))}
        </div>
      </Drawer>
    </nav>
  );
}

function PhoneTab({ tab }: { readonly tab: Tab }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const go = useGo();
  return (
    <button
      type="button"
      className="phone-tab"
      aria-current={pathname.startsWith(tab.path) ? "page" : undefined}
      onClick={() => go(tab.path)}
    >
      {tab.icon}
      <span>{t(tab.label)}</span>
    </button>
  );
}
