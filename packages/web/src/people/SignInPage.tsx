import { signIn } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { EntryField, PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import "./entry-messages.ts";

export function SignInPage() {
  const { t } = useTranslation();
  const [second, setSecond] = useState(false);
  const attempt = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: ({ state }) => (state === "signed_in" ? enter() : setSecond(true)),
  });
  if (second) return <SecondFactor onProven={enter} />;
  return (
    <EntryFrame title={t("signIn.title")}>
      <FormFault error={attempt.error} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { email: string; password: string }) => attempt.mutate(values)}
      >
        <EntryField name="email" label={t("entry.email")}>
          <Input type="email" autoComplete="username" autoFocus />
        </EntryField>
        <PasswordField />
        <Button type="primary" htmlType="submit" block size="large" loading={attempt.isPending}>
          {t("signIn.act")}
        </Button>
        <Typography.Paragraph type="secondary" style={{ marginBlock: "16px 0" }}>
          {t("signIn.lost")}
        </Typography.Paragraph>
      </Form>
    </EntryFrame>
  );
}

/** Goes on where the visitor was headed; only to an address of ours. */
function enter(): void {
  const next = new URLSearchParams(location.search).get("next") ?? "/home";
  location.assign(next.startsWith("/") && !next.startsWith("//") ? next : "/home");
}
