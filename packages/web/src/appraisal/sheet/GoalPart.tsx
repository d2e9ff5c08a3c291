import { signGoal } from "@dabiao/core/appraisal/act-contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { useAct } from "../use-act.ts";

/** Goals are signed as they are shown: the click, the time and the hash of what stood there. */
export function GoalPart({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [imposing, setImposing] = useState(false);
  const sign = useAct(signGoal, t("goal.signed"), () => setImposing(false));
  const params = { sheetId: sheet.id };
  const due = sheet.dueOn ? t("task.due", { day: formatDay(sheet.dueOn, locale) }) : "";
  const mine = sheet.may.includes("signGoal");
  if (!mine && !sheet.may.includes("imposeGoal")) return null;
  return (
    <>
      <Alert
        className="sheet-act no-print"
        type="info"
        showIcon
        title={t(mine ? "goal.ask" : "goal.unsigned", { name: sheet.name })}
        description={`${t(mine ? "goal.ask.hint" : "goal.unsigned.hint")} ${due}`}
        action={
          mine ? (
            <Button
              type="primary"
              size="large"
              loading={sign.isPending}
              onClick={() => sign.mutate({ params, body: { hash: sheet.goalHash } })}
            >
              {t("goal.sign")}
            </Button>
          ) : (
            <Button onClick={() => setImposing(true)}>{t("goal.impose")}</Button>
          )
        }
      />
      {imposing && (
        <ReasonDialog
          title={t("goal.impose.title", { name: sheet.name })}
          hint={t("goal.impose.hint")}
          ok={t("goal.impose")}
          busy={sign.isPending}
          onOk={(impose) => sign.mutate({ params, body: { hash: sheet.goalHash, impose } })}
          onClose={() => setImposing(false)}
        />
      )}
    </>
  );
}
