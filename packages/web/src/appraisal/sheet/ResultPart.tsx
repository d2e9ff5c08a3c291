import { appealResult, confirmResult } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { useAct } from "../use-act.ts";
import { AppealList } from "./AppealList.tsx";

/** Signing one's result or appealing against it, within the days given. */
export function ResultPart({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { modal } = App.useApp();
  const [appealing, setAppealing] = useState(false);
  const confirm = useAct(confirmResult, t("result.signed"));
  const appeal = useAct(appealResult, t("result.appealed"), () => setAppealing(false));
  const params = { sheetId: sheet.id };
  const canSign = sheet.may.includes("confirm");
  const canAppeal = sheet.may.includes("appeal");
  const asked = canAppeal && sheet.state === "appealed";
  return (
    <>
      {(canSign || canAppeal) && (
        <Alert
          className="sheet-act no-print"
          type="info"
          showIcon
          title={t(asked ? "result.more" : "result.ask")}
          description={
            <>
              {t(asked ? "result.more.hint" : "result.ask.hint")}{" "}
              {sheet.dueOn && t("task.due", { day: formatDay(sheet.dueOn, locale) })}
              <span className="sheet-buttons">
                {canSign && (
                  <Button
                    type="primary"
                    size="large"
                    loading={confirm.isPending}
                    onClick={() =>
                      void modal.confirm({
                        title: t("result.sign.title"),
                        content: t("result.sign.hint"),
                        okText: t("result.sign"),
                        onOk: () => confirm.mutate({ params, body: { version: sheet.version } }),
                      })
                    }
                  >
                    {t("result.sign")}
                  </Button>
                )}
                {canAppeal && (
                  <Button size="large" onClick={() => setAppealing(true)}>
                    {t(asked ? "result.more.add" : "result.appeal")}
                  </Button>
                )}
              </span>
            </>
          }
        />
      )}
      <AppealList sheet={sheet} />
      {appealing && (
        <ReasonDialog
          title={t(asked ? "result.more.title" : "result.appeal.title")}
          hint={t("result.appeal.hint")}
          ok={t(asked ? "result.more.add" : "result.appeal")}
          busy={appeal.isPending}
          onOk={(reason) => appeal.mutate({ params, body: { reason } })}
          onClose={() => setAppealing(false)}
        />
      )}
    </>
  );
}
