import { CheckOutlined } from "@ant-design/icons";
import { Avatar, Button, Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../i18n/setup.ts";
import { signOut, switchWorkspace, useSession } from "../people/session.ts";
import { useTheme } from "../theme/ThemeProvider.tsx";
import { useGo } from "./use-go.ts";

/** You: account, company, language, appearance, and the way out. */
export function UserMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { choice, choose } = useTheme();
  const go = useGo();
  const others = session.workspaces.filter((workspace) => workspace.id !== session.workspace.id);
  const checked = (on: boolean) => (on ? <CheckOutlined /> : <span className="menu-blank" />);
  const items: MenuProps["items"] = [
    { key: "who", type: "group", label: `${session.member.name} · ${session.workspace.name}` },
    { key: "account", label: t("page.account"), onClick: () => go("/me") },
    ...(others.length > 0
      ? [
          {
            key: "workspace",
            label: t("shell.workspace"),
            children: others.map((other) => ({
              key: other.id,
              label: other.name,
              onClick: () => void switchWorkspace(other.id),
            })),
          },
        ]
      : []),
    {
      key: "language",
      label: t("shell.language"),
      children: [
        {
          key: "zh-CN",
          label: "中文",
          icon: checked(i18n.language === "zh-CN"),
          onClick: () => void chooseLanguage("zh-CN"),
        },
        {
          key: "en",
          label: "English",
          icon: checked(i18n.language === "en"),
          onClick: () => void chooseLanguage("en"),
        },
      ],
    },
    {
      key: "theme",
      label: t("shell.theme"),
      children: (["system", "light", "dark"] as const).map((option) => ({
        key: option,
        label: t(`shell.theme.${option}`),
        icon: checked(choice === option),
        onClick: () => choose(option),
      })),
    },
    { type: "divider" },
    { key: "out", label: t("shell.signOut"), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        type="text"
        className="user-menu"
        aria-label={session.member.name}
        icon={<Avatar size={28}>{session.member.name.slice(0, 1)}</Avatar>}
      />
    </Dropdown>
  );
}
