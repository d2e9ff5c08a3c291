import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { useLocation } from "@tanstack/react-router";
import { Button, Menu } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useObjectIndex } from "../model/object-index.ts";
import { usePermissions } from "../people/session.ts";
import { openPlaces, type Place } from "./places.tsx";
import { useGo } from "./use-go.ts";

interface RailProps {
  readonly folded: boolean;
  onFold(folded: boolean): void;
}

/** The left rail: the places a role may use, with the objects under 业务. */
export function Rail({ folded, onFold }: RailProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { pathname } = useLocation();
  const go = useGo();
  const places = openPlaces(usePermissions());
  const objects = useObjectIndex();
  const pages = (place: Place) =>
    place.key === "sales"
      ? objects.map((object) => ({ key: `/o/${object.key}`, label: localText(object.label, locale) }))
      : place.pages.map((page) => ({ key: page.path, label: t(page.label) }));
  const items = places.map((place) => {
    const children = pages(place);
    const entry = { key: place.path, icon: place.icon, label: t(place.label) };
    return children.length > 0 ? { ...entry, key: `#${place.key}`, children } : entry;
  });
  const keys = items.flatMap((item) => ("children" in item ? item.children.map((child) => child.key) : [item.key]));
  return (
    <nav className="rail" aria-label={t("shell.navigation")}>
      <div className="rail-brand">
        <img src="/icon.svg" alt="" width={28} height={28} />
        {!folded && <strong>{t("app.name")}</strong>}
      </div>
      <Menu
        className="rail-menu"
        mode="inline"
        inlineCollapsed={folded}
        items={items}
        selectedKeys={selected(pathname, keys)}
        defaultOpenKeys={folded ? [] : openAtFirst(pathname)}
        onClick={({ key }) => go(key)}
      />
      <Button
        type="text"
        className="rail-fold"
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={t(folded ? "shell.expand" : "shell.collapse")}
        onClick={() => onFold(!folded)}
      />
    </nav>
  );
}

/** What is used every day stands open; building only when one is there. */
function openAtFirst(pathname: string): string[] {
  return ["#kpi", "#sales", ...(pathname.startsWith("/build") ? ["#build"] : [])];
}

/** The longest entry that the address lies under. */
function selected(pathname: string, keys: readonly string[]): string[] {
  const under = keys.filter((key) => pathname === key || pathname.startsWith(`${key}/`));
  return under.sort((a, b) => b.length - a.length).slice(0, 1);
}
