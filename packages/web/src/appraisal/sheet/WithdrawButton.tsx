import { withdrawSheet } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { useAct } from "../use-act.ts";

/** Takes somebody out of the cycle, with the reason: not applicable, never a score made up. */
export function WithdrawButton({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const withdraw = useAct(withdrawSheet, t("withdraw.done"), () => setAsking(false));
  return (
    <>
      <Button className="no-print" onClick={() => setAsking(true)}>
        {t("withdraw")}
      </Button>
      {asking && (
        <ReasonDialog
          danger
          title={t("withdraw.title", { name: sheet.name })}
          hint={t("withdraw.hint")}
          ok={t("withdraw.ok")}
          busy={withdraw.isPending}
          onOk={(reason) => withdraw.mutate({ params: { sheetId: sheet.id }, body: { kind: "withdraw", reason } })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
