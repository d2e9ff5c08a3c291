import { DownOutlined, MoreOutlined, StarFilled, StarOutlined, UpOutlined } from "@ant-design/icons";
import { followContract } from "@dabiao/core/records/companion-contract.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { usePermissions } from "../../people/session.ts";
import { useKeys } from "../../shell/keys.ts";
import { useGo } from "../../shell/use-go.ts";
import type { ObjectDefinition } from "../definition.ts";
import { readTrail } from "../record-path.ts";
import { useBulk } from "../use-bulk.tsx";
import { ShareDialog } from "./ShareDialog.tsx";

interface RecordActionsProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
  readonly isDeleted: boolean;
}

/** Paging through the list it came from, follow, and what is rarer behind a menu. */
export function RecordActions({ definition, detail, isDeleted }: RecordActionsProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const go = useGo();
  const refusalText = useRefusalText();
  const permissions = usePermissions();
  const bulk = useBulk(definition);
  const [isSharing, setSharing] = useState(false);
  const { record } = detail;
  const object = definition.key;
  const trail = readTrail(object);
  const at = trail?.ids.indexOf(record.id) ?? -1;
  const step = (by: number) => {
    const id = trail?.ids[at + by];
    if (at >= 0 && id) go(`/o/${object}/${id}`);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const follow = useMutation({
    mutationFn: (next: boolean) => call(followContract, { params: { object, id: record.id }, body: { follow: next } }),
    onSuccess: ({ follow: now }) => message.success(t(now ? "record.followed" : "record.unfollowed")),
    onError: (error) => message.error(refusalText(error)),
  });
  const isFollowed = follow.data?.follow ?? false;
  const chosen = { kind: "ids", ids: [record.id] } as const;
  const back = () => go(trail?.address ?? `/o/${object}`);

  function askToDelete() {
    modal.confirm({
      title: t("record.delete"),
      content: t("record.delete.confirm", { name: String(record.values[definition.body.nameField] ?? "") }),
      okButtonProps: { danger: true },
      onOk: () => bulk.mutateAsync({ chosen, change: { op: "delete" } }).then(back),
    });
  }

  const items: MenuProps["items"] = [
    {
      key: "link",
      label: t("record.link"),
      onClick: () =>
        void navigator.clipboard.writeText(location.href).then(
          () => message.success(t("act.copied")),
          () => undefined,
        ),
    },
    ...(record.canEdit ? [{ key: "share", label: t("record.share"), onClick: () => setSharing(true) }] : []),
    ...(permissions.has("people.manage") || permissions.has("roles.manage")
      ? [{ key: "why", label: t("record.why"), onClick: () => go(`/build/roles/why?object=${object}&id=${record.id}`) }]
      : []),
    ...(record.canDelete && !isDeleted
      ? [{ key: "delete", danger: true, label: t("record.delete"), onClick: askToDelete }]
      : []),
  ];

  return (
    <>
      {at >= 0 && trail && (
        <span className="record-paging">
          <Button
            size="small"
            type="text"
            icon={<UpOutlined />}
            disabled={at === 0}
            aria-label={t("record.previous")}
            onClick={() => step(-1)}
          />
          <span className="muted">{t("record.place", { at: at + 1, of: trail.ids.length })}</span>
          <Button
            size="small"
            type="text"
            icon={<DownOutlined />}
            disabled={at === trail.ids.length - 1}
            aria-label={t("record.following")}
            onClick={() => step(1)}
          />
        </span>
      )}
      {isDeleted && record.canDelete && (
        <Button
          type="primary"
          loading={bulk.isPending}
          onClick={() =>
            bulk.mutate({ chosen, change: { op: "restore" } }, { onSuccess: () => go(`/o/${object}/${record.id}`) })
          }
        >
          {t("record.restore")}
        </Button>
      )}
      <Button
        icon={isFollowed ? <StarFilled /> : <StarOutlined />}
        aria-pressed={isFollowed}
        loading={follow.isPending}
        onClick={() => follow.mutate(!isFollowed)}
      >
        {t("record.follow")}
      </Button>
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button icon={<MoreOutlined />} aria-label={t("record.more")} />
      </Dropdown>
      {isSharing && <ShareDialog object={object} id={record.id} onClose={() => setSharing(false)} />}
    </>
  );
}
