import { claimSetup, readSetup } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { EntryField, PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";
import "./entry-messages.ts";

interface SetUpForm {
  readonly token?: string;
  readonly company: string;
  readonly email: string;
  readonly password: string;
}

/** The first page of a fresh installation: three fields, and the token of the printed address proves who may claim it. */
export function SetUpPage() {
  const { t } = useTranslation();
  const printed = new URLSearchParams(location.search).get("setup") ?? "";
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call(readSetup, {}) });
  const claim = useMutation({
    mutationFn: ({ token = printed, ...rest }: SetUpForm) =>
      call(claimSetup, {
        body: { ...rest, token, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "Asia/Shanghai" },
      }),
    onSuccess: () => location.assign("/start"),
  });
  if (setup.data?.claimed) {
    return (
      <EntryFrame title={t("setup.title")}>
        <Alert type="info" showIcon title={t("setup.claimed")} style={{ marginBlockEnd: 16 }} />
        <Button type="primary" block href="/sign-in">
          {t("signIn.act")}
        </Button>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t("setup.title")} hint={t("setup.hint")}>
      <FormFault error={claim.error} />
      <Form<SetUpForm> layout="vertical" requiredMark={false} onFinish={(values) => claim.mutate(values)}>
        {!printed && (
          <EntryField name="token" label={t("setup.token")} extra={t("setup.token.hint")}>
            <Input autoComplete="off" />
          </EntryField>
        )}
        <EntryField name="company" label={t("entry.company")}>
          <Input autoComplete="organization" maxLength={200} autoFocus />
        </EntryField>
        <EntryField name="email" label={t("entry.email")}>
          <Input type="email" autoComplete="username" />
        </EntryField>
        <PasswordField fresh />
        <Button type="primary" htmlType="submit" block size="large" loading={claim.isPending}>
          {t("setup.start")}
        </Button>
      </Form>
    </EntryFrame>
  );
}
