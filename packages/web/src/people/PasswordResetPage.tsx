import { resetPassword } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Form, Result } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";
import "./entry-messages.ts";

/** A new password by the link an administrator handed over. */
export function PasswordResetPage() {
  const { t } = useTranslation();
  const { token = "" } = useParams({ strict: false });
  const reset = useMutation({
    mutationFn: (body: { password: string }) => call(resetPassword, { params: { token }, body }),
  });
  if (reset.isSuccess) {
    return (
      <EntryFrame title={t("reset.title")}>
        <Result
          status="success"
          title={t("reset.done")}
          extra={
            <Button type="primary" href="/sign-in">
              {t("signIn.act")}
            </Button>
          }
        />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t("reset.title")} hint={t("reset.hint")}>
      <FormFault error={reset.error} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: { password: string }) => reset.mutate(values)}>
        <PasswordField fresh />
        <Button type="primary" htmlType="submit" block size="large" loading={reset.isPending}>
          {t("reset.act")}
        </Button>
      </Form>
    </EntryFrame>
  );
}
