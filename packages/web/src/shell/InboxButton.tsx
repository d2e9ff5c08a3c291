import { BellOutlined } from "@ant-design/icons";
import { UNREAD_MAX } from "@dabiao/core/people/inbox-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { unreadQuery } from "../inbox/inbox-queries.ts";
import { PathLink } from "../kit/PathLink.tsx";

/** The way to the inbox, with how much waits there. */
export function InboxButton() {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const count = unread >= UNREAD_MAX ? t("shell.inbox.many") : String(unread);
  return (
    <PathLink
      to="/inbox"
      className="inbox-button"
      aria-label={unread > 0 ? t("shell.inbox.unread", { count }) : t("page.inbox")}
    >
      <BellOutlined />
      {unread > 0 && <span className="inbox-count">{count}</span>}
    </PathLink>
  );
}
