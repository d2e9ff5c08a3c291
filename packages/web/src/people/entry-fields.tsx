import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface EntryFieldProps {
  readonly name: string;
  readonly label: string;
  readonly extra?: string;
  readonly children: ReactNode;
}

/** A field that must be filled, labelled above. */
export function EntryField({ name, label, extra, children }: EntryFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: true, whitespace: true, message: t("entry.required", { label }) }]}
    >
      {children}
    </Form.Item>
  );
}

/** The password; a fresh one says what it has to be, and password managers are told which it is. */
export function PasswordField({
  fresh = false,
  name = "password",
  label,
}: {
  readonly fresh?: boolean;
  readonly name?: string;
  readonly label?: string;
}) {
  const { t } = useTranslation();
  const shown = label ?? t("entry.password");
  return (
    <EntryField name={name} label={shown} {...(fresh ? { extra: t("entry.password.hint") } : {})}>
      <Input.Password autoComplete={fresh ? "new-password" : "current-password"} />
    </EntryField>
  );
}
