import { noticeTexts } from "@dabiao/core/notice-texts.ts";
import { type Notice, noticeSentence } from "@dabiao/core/people/notice.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";

interface NoticeLineProps {
  readonly notice: Notice;
  readonly onMark: (read: boolean) => void;
}

/** One notice: what happened, when, and the way to where it is dealt with. */
export function NoticeLine({ notice, onMark }: NoticeLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isRead = notice.readAt !== null;
  const sentence = noticeSentence(noticeTexts, notice, locale);
  return (
    <li className="notice" data-read={isRead}>
      <span className="notice-dot">{!isRead && <span className="visually-hidden">{t("inbox.unread")}</span>}</span>
      {notice.path ? (
        <PathLink to={notice.path} onClickCapture={() => !isRead && onMark(true)}>
          {sentence}
        </PathLink>
      ) : (
        <span>{sentence}</span>
      )}
      <time className="muted" dateTime={notice.at} title={fullStamp(notice.at, locale)}>
        {formatMoment(notice.at, locale)}
      </time>
      <Button type="link" size="small" onClick={() => onMark(!isRead)}>
        {t(isRead ? "inbox.markUnread" : "inbox.markRead")}
      </Button>
    </li>
  );
}
