import { exportSheet } from "@dabiao/core/appraisal/contract.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../api/address.ts";
import { useLocale } from "../../i18n/locale.ts";

/** The sheet on paper: this page printed plainly, or the server's own page to keep. */
export function PrintButton({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <span className="no-print">
      <Button onClick={() => window.print()}>{t("sheet.print")}</Button>{" "}
      <Button
        href={addressOf(exportSheet, { params: { sheetId: sheet.id }, query: { locale } })}
        target="_blank"
        rel="noreferrer"
      >
        {t("sheet.paper")}
      </Button>
    </span>
  );
}
