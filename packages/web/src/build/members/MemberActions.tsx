import { comeBack, invite, leave, passwordLink } from "@dabiao/core/people/contract.ts";
import type { Member } from "@dabiao/core/people/member.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Modal, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { previewMember } from "../../api/preview.ts";
import { useLocale } from "../../i18n/locale.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { useGo } from "../../shell/use-go.ts";
import { today } from "./today.ts";

/** The links to hand over, looking through a member's eyes, and leaving. */
export function MemberActions({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const [day, setDay] = useState(today());
  const params = { member: member.id };
  const refresh = () => client.invalidateQueries({ queryKey: ["members"] });
  const link = useMutation({
    mutationFn: () => call(member.hasAccount ? passwordLink : invite, { params }),
    onSuccess: refresh,
  });
  const departure = useMutation({
    mutationFn: () => call(leave, { params, body: { day } }),
    onSuccess: async () => {
      setLeaving(false);
      await refresh();
    },
  });
  const back = useMutation({ mutationFn: () => call(comeBack, { params }), onSuccess: refresh });
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

  function preview() {
    previewMember(member.id);
    location.assign("/home");
  }

  return (
    <section>
      <div className="member-actions">
        {member.state !== "left" && (
          <>
            <Button loading={link.isPending} onClick={() => link.mutate()}>
              {t(member.hasAccount ? "member.reset" : "member.invite")}
            </Button>
            <Button onClick={preview}>{t("member.preview")}</Button>
          </>
        )}
        <Button onClick={() => go(`/build/roles/why?member=${member.id}`)}>{t("member.why")}</Button>
        {member.state === "left" ? (
          <Button loading={back.isPending} onClick={() => back.mutate()}>
            {t("member.back")}
          </Button>
        ) : (
          <Button danger onClick={() => setLeaving(true)}>
            {t("member.leave")}
          </Button>
        )}
      </div>
      <FormFault error={link.error ?? back.error} />
      {link.data && (
        <Alert
          type="success"
          title={t("member.link", { name: member.name, until: stamp.format(new Date(link.data.expiresAt)) })}
          description={
            <Typography.Text className="link-text" copyable={{ text: location.origin + link.data.path }}>
              {location.origin + link.data.path}
            </Typography.Text>
          }
        />
      )}
      <Modal
        open={leaving}
        onCancel={() => setLeaving(false)}
        title={t("member.leave")}
        okButtonProps={{ danger: true, loading: departure.isPending }}
        onOk={() => departure.mutate()}
      >
        <FormFault error={departure.error} />
        <p>{t("member.leave.ask", { name: member.name })}</p>
        <Input
          type="date"
          aria-label={t("member.leave.day")}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </Modal>
    </section>
  );
}
