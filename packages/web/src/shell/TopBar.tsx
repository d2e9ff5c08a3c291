import { QuestionCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { InboxButton } from "./InboxButton.tsx";
import { useIsPhone } from "./media.ts";
import { SyncMark } from "./SyncMark.tsx";
import { UserMenu } from "./UserMenu.tsx";

interface TopBarProps {
  onSearch(): void;
  onKeys(): void;
}

/** Search, the state of what you changed, and you. */
export function TopBar({ onSearch, onKeys }: TopBarProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  return (
    <header className="top-bar">
      <Button className="top-search" icon={<SearchOutlined />} onClick={onSearch}>
        <span className="top-search-text">{t(isPhone ? "shell.search.short" : "shell.search")}</span>
        {!isPhone && <kbd>{isMac() ? "⌘K" : "Ctrl+K"}</kbd>}
      </Button>
      <span className="top-space" />
      <SyncMark />
      {!isPhone && (
        <Button type="text" icon={<QuestionCircleOutlined />} aria-label={t("shell.keys")} onClick={onKeys} />
      )}
      <InboxButton />
      <UserMenu />
    </header>
  );
}

function isMac(): boolean {
  return navigator.platform.startsWith("Mac");
}
