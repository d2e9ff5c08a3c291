import { changePassword } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { PasswordField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";

export function PasswordCard() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ current: string; next: string }>();
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => call(changePassword, { body }),
    onSuccess: () => {
      form.resetFields();
      void message.success(t("account.password.done"));
    },
  });
  return (
    <section className="card">
      <h2>{t("account.password")}</h2>
      <FormFault error={change.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
        <PasswordField name="current" label={t("account.password.current")} />
        <PasswordField name="next" label={t("account.password.next")} fresh />
        <Button htmlType="submit" loading={change.isPending}>
          {t("account.password")}
        </Button>
      </Form>
    </section>
  );
}
