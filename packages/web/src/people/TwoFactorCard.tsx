import { confirmTwoFactor, startTwoFactor, stopTwoFactor } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";
import { EntryField, PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";
import { meQuery } from "./session.ts";

/** The second step at sign-in: begun and ended with the password, switched on by a first code. */
export function TwoFactorCard({ on }: { readonly on: boolean }) {
  const { t } = useTranslation();
  const reload = () => queryClient.invalidateQueries(meQuery);
  const start = useMutation({ mutationFn: (body: { password: string }) => call(startTwoFactor, { body }) });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(confirmTwoFactor, { body }),
    onSuccess: () => {
      start.reset();
      return reload();
    },
  });
  const stop = useMutation({
    mutationFn: (body: { password: string }) => call(stopTwoFactor, { body }),
    onSuccess: reload,
  });
  const begun = !on && start.data;
  return (
    <section className="card">
      <h2>{t("account.two")}</h2>
      <Typography.Paragraph type="secondary">{t(on ? "account.two.on" : "account.two.off")}</Typography.Paragraph>
      <FormFault error={start.error ?? confirm.error ?? stop.error} />
      {begun ? (
        <Form layout="vertical" requiredMark={false} onFinish={(values: { code: string }) => confirm.mutate(values)}>
          <p>{t("account.two.secret")}</p>
          <Typography.Paragraph code copyable>
            {begun.secret}
          </Typography.Paragraph>
          <p>
            <a href={begun.uri}>{t("account.two.open")}</a>
          </p>
          <p>{t("account.two.backup")}</p>
          <ul className="backup-codes">
            {begun.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <EntryField name="code" label={t("entry.code")}>
            <Input inputMode="numeric" autoComplete="one-time-code" />
          </EntryField>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t("account.two.confirm")}
          </Button>
        </Form>
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: { password: string }) => (on ? stop : start).mutate(values)}
        >
          <PasswordField />
          <Button htmlType="submit" loading={start.isPending || stop.isPending}>
            {t(on ? "account.two.stop" : "account.two.start")}
          </Button>
        </Form>
      )}
    </section>
  );
}
