import {
  addShareContract,
  deleteShareContract,
  listSharesContract,
  type Share,
} from "@dabiao/core/records/companion-contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useFilterTitles } from "../filter/use-filter-titles.ts";

interface ShareDialogProps {
  readonly object: string;
  readonly id: string;
  onClose(): void;
}

/** Whom a record is shared with beyond its rights, and why. */
export function ShareDialog({ object, id, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const [who, setWho] = useState<string | null>(null);
  const [access, setAccess] = useState<Share["access"]>("read");
  const [reason, setReason] = useState("");
  const key = ["records", object, "shares", id];
  const shares = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listSharesContract, { params: { object, id }, signal }),
  });
  const titles = useFilterTitles(
    (shares.data?.items ?? [])
      .filter(({ granteeKind }) => granteeKind === "member")
      .map(({ granteeId }) => ({ kind: "member", id: granteeId })),
  );
  const settle = {
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
    onError: (error: Error) => message.error(refusalText(error)),
  };
  const add = useMutation({
    mutationFn: () =>
      call(addShareContract, {
        params: { object, id },
        body: { granteeKind: "member", granteeId: who ?? "", access, reason: reason.trim() },
      }),
    ...settle,
  });
  const end = useMutation({
    mutationFn: (itemId: string) => call(deleteShareContract, { params: { object, id, itemId } }),
    ...settle,
  });
  return (
    <Modal open title={t("record.share")} footer={null} onCancel={onClose}>
      <div className="bulk-field">
        <MemberPicker
          value={who}
          names={{}}
          label={t("record.share.with")}
          select={{ className: "field-input" }}
          onChange={(next) => setWho(typeof next === "string" ? next : null)}
        />
        <Select
          value={access}
          aria-label={t("record.share.access")}
          options={(["read", "write"] as const).map((each) => ({ value: each, label: t(`record.share.${each}`) }))}
          onChange={setAccess}
        />
        <Input
          value={reason}
          placeholder={t("record.share.reason")}
          aria-label={t("record.share.reason")}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          type="primary"
          disabled={!who || reason.trim() === ""}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t("record.share")}
        </Button>
        <Region query={shares} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="muted">{t("record.share.none")}</p>
            ) : (
              <ul className="files">
                {items.map((share) => (
                  <li key={share.id}>
                    <strong>{titles["member"]?.[share.granteeId] ?? "•••"}</strong>
                    <span>{t(`record.share.${share.access}`)}</span>
                    <span className="muted">{share.reason}</span>
                    <Button size="small" type="link" onClick={() => end.mutate(share.id)}>
                      {t("record.share.end")}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Region>
      </div>
    </Modal>
  );
}
