import { proveSecondFactor } from "@dabiao/core/people/sign-in-contract.ts";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { EntryField } from "./entry-fields.tsx";
import { FormFault } from "./FormFault.tsx";

/** The six digits after a right password, or one of the backup codes. */
export function SecondFactor({ onProven }: { onProven(): void }) {
  const { t } = useTranslation();
  const [backup, setBackup] = useState(false);
  const prove = useMutation({
    mutationFn: (proof: string) => call(proveSecondFactor, { body: backup ? { backupCode: proof } : { code: proof } }),
    onSuccess: onProven,
  });
  return (
    <EntryFrame title={t("signIn.second")}>
      <FormFault error={prove.error} />
      <Form layout="vertical" requiredMark={false} onFinish={({ proof }: { proof: string }) => prove.mutate(proof)}>
        <EntryField name="proof" label={t(backup ? "entry.backup.label" : "entry.code")}>
          <Input autoFocus autoComplete="one-time-code" inputMode={backup ? "text" : "numeric"} />
        </EntryField>
        <Button type="primary" htmlType="submit" block size="large" loading={prove.isPending}>
          {t("signIn.act")}
        </Button>
        <Button type="link" block onClick={() => setBackup(!backup)}>
          {t(backup ? "entry.code" : "entry.backup")}
        </Button>
      </Form>
    </EntryFrame>
  );
}
