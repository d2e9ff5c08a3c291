import { readInbox } from "@dabiao/core/people/inbox-contract.ts";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { Region } from "../shell/RegionState.tsx";
import { inboxQuery } from "./inbox-queries.ts";
import { NoticeLine } from "./NoticeLine.tsx";
import "./messages.ts";
import "./inbox.css";

const InboxState = z.object({ only: z.enum(["all", "unread"]).default("unread").catch("unread") });

/** 收件箱: what concerns me, each line a way to where it is dealt with. */
export function InboxPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [{ only }, change] = useUrlState(InboxState);
  const inbox = useInfiniteQuery(inboxQuery(only));
  const mark = useMutation({
    mutationFn: (body: { ids: string[] | "all"; read: boolean }) => call(readInbox, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["inbox"] }),
    onError: (error) => message.error(refusalText(error)),
  });
  return (
    <>
      <PageHead
        title={t("inbox.title")}
        actions={<Button onClick={() => mark.mutate({ ids: "all", read: true })}>{t("inbox.readAll")}</Button>}
      />
      <Segmented
        className="inbox-only"
        value={only}
        options={(["unread", "all"] as const).map((value) => ({ value, label: t(`inbox.only.${value}`) }))}
        onChange={(value) => change({ only: value }, { replace: true })}
      />
      <Region query={inbox} rows={6}>
        {({ pages }) => {
          const notices = pages.flatMap(({ items }) => items);
          if (notices.length === 0)
            return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`inbox.none.${only}`)} />;
          return (
            <ul className="notices">
              {notices.map((notice) => (
                <NoticeLine
                  key={notice.id}
                  notice={notice}
                  onMark={(read) => mark.mutate({ ids: [notice.id], read })}
                />
              ))}
            </ul>
          );
        }}
      </Region>
      {inbox.hasNextPage && (
        <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t("inbox.more")}
        </Button>
      )}
    </>
  );
}
