import { listMembers } from "@dabiao/core/people/contract.ts";
import { addCommentContract } from "@dabiao/core/records/companion-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Mentions } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { refreshRecords } from "../refresh-records.ts";

/** A comment on a record; whoever is mentioned by @ finds it. Ctrl+Enter posts. */
export function CommentBox({ object, id }: { readonly object: string; readonly id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const [body, setBody] = useState("");
  const [search, setSearch] = useState<string | null>(null);
  const [mentioned, setMentioned] = useState<ReadonlyMap<string, string>>(new Map());
  const people = useQuery({
    queryKey: ["members", "pick", search ?? ""],
    queryFn: ({ signal }) => call(listMembers, { query: { limit: 10, ...(search ? { search } : {}) }, signal }),
    enabled: search !== null,
    staleTime: 60_000,
  });
  const add = useMutation({
    mutationFn: () => {
      const mentions = [...mentioned].filter(([, name]) => body.includes(`@${name}`)).map(([memberId]) => memberId);
      return call(addCommentContract, { params: { object, id }, body: { body: body.trim(), mentions } });
    },
    onSuccess: async () => {
      setBody("");
      setMentioned(new Map());
      await refreshRecords(client, object);
    },
    onError: (error) => message.error(refusalText(error)),
  });
  const post = () => body.trim() !== "" && !add.isPending && add.mutate();
  return (
    <div className="comment-box">
      <Mentions
        value={body}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t("record.comment.write")}
        aria-label={t("record.comment")}
        options={(people.data?.items ?? []).map(({ id: memberId, name }) => ({
          key: memberId,
          value: name,
          label: name,
        }))}
        loading={people.isFetching}
        filterOption={false}
        onSearch={setSearch}
        onSelect={({ key, value }) => setMentioned(new Map([...mentioned, [String(key), String(value)]]))}
        onChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) post();
        }}
      />
      {body.trim() !== "" && (
        <Button type="primary" size="small" loading={add.isPending} onClick={post}>
          {t("record.comment.send")}
        </Button>
      )}
    </div>
  );
}
