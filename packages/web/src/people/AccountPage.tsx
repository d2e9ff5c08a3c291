import { changeAccount } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PasswordCard } from "./PasswordCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";
import { meQuery, useSession } from "./session.ts";
import { TwoFactorCard } from "./TwoFactorCard.tsx";
import "./account-messages.ts";
import "./entry-messages.ts";
import "./account.css";

/** One's own account: name, password, second step, devices. */
export function AccountPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  return (
    <>
      <PageHead title={t("account.title")} beside={<span className="muted">{account.email}</span>} />
      <div className="account-cards">
        <NameCard name={account.name} />
        <PasswordCard />
        <TwoFactorCard on={account.twoFactor} />
        <SessionsCard />
      </div>
    </>
  );
}

function NameCard({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const save = useMutation({
    mutationFn: (body: { name: string }) => call(changeAccount, { body }),
    onSuccess: () => {
      void message.success(t("account.saved"));
      return queryClient.invalidateQueries(meQuery);
    },
    onError: (error) => void message.error(refusalText(error)),
  });
  return (
    <section className="card">
      <h2>{t("account.name")}</h2>
      <Form layout="inline" initialValues={{ name }} onFinish={(values: { name: string }) => save.mutate(values)}>
        <Form.Item name="name" rules={[{ required: true, message: t("entry.required", { label: t("account.name") }) }]}>
          <Input aria-label={t("account.name")} maxLength={100} autoComplete="name" />
        </Form.Item>
        <Button htmlType="submit" loading={save.isPending}>
          {t("act.save")}
        </Button>
      </Form>
    </section>
  );
}
