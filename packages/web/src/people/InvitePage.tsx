import { acceptInvite, readInvite } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { Region } from "../shell/RegionState.tsx";
import { EntryFrame } from "./EntryFrame.tsx";
import { EntryField, PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";
import "./entry-messages.ts";

const route = getRouteApi("/invite/$token");

/** Accepting an invitation: the link says who one is, a password is all that is asked. */
export function InvitePage() {
  const { t } = useTranslation();
  const { token } = route.useParams();
  const invite = useQuery({ queryKey: ["invite", token], queryFn: () => call(readInvite, { params: { token } }) });
  const accept = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(acceptInvite, { params: { token }, body }),
    onSuccess: ({ state }) => location.assign(state === "signed_in" ? "/home" : "/sign-in"),
  });
  return (
    <Region query={invite}>
      {({ company, name, email, hasAccount }) => (
        <EntryFrame
          title={t("invite.title", { company })}
          hint={t(hasAccount ? "invite.account" : "invite.hint", { name })}
        >
          <FormFault error={accept.error} />
          <Form
            layout="vertical"
            requiredMark={false}
            initialValues={{ email }}
            onFinish={(values) => accept.mutate(values)}
          >
            <EntryField name="email" label={t("entry.email")}>
              <Input type="email" autoComplete="username" disabled={email !== null} />
            </EntryField>
            <PasswordField fresh={!hasAccount} />
            <Button type="primary" htmlType="submit" block size="large" loading={accept.isPending}>
              {t("invite.join")}
            </Button>
          </Form>
        </EntryFrame>
      )}
    </Region>
  );
}
