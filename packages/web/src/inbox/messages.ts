import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "inbox.title": { zh: "收件箱", en: "Inbox" },
  "inbox.only.unread": { zh: "未读", en: "Unread" },
  "inbox.only.all": { zh: "全部", en: "All" },
  "inbox.none.unread": { zh: "全部处理完了", en: "Nothing is waiting" },
  "inbox.none.all": { zh: "还没有通知", en: "No notices yet" },
  "inbox.readAll": { zh: "全部标为已读", en: "Mark all as read" },
  "inbox.markRead": { zh: "标为已读", en: "Mark as read" },
  "inbox.markUnread": { zh: "标为未读", en: "Mark as unread" },
  "inbox.more": { zh: "更早的", en: "Earlier ones" },
  "inbox.unread": { zh: "未读", en: "Unread" },
});
