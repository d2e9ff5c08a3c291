import type { DraftEdit } from "@dabiao/core/goals/goal-draft.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { useSession } from "../../people/session.ts";

/** An edit of a draft in words: 李娜 2026年3月 设为 120,000. */
export function useEditText(): (edit: DraftEdit) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const { workspace } = useSession();
  return (edit) => {
    const who = edit.subject.kind === "company" ? workspace.name : (nameOf(edit.subject.id) ?? "");
    const where = { who, period: shortPeriodName(edit.period, locale), slice: edit.slice?.split("=")[1] ?? "" };
    switch (edit.kind) {
      case "set":
        return t("goals.edit.set", { ...where, amount: formatTable(decimal(edit.amount), { decimals: 2 }) });
      case "split":
        return t("goals.edit.split", {
          ...where,
          into: t(`goals.into.${edit.into.kind}`),
          method: t(`goals.method.${edit.method.kind}`),
        });
      case "balance":
        return t(`goals.edit.balance.${edit.by}`, where);
      case "lock":
        return t(edit.locked ? "goals.edit.lock" : "goals.edit.unlock", where);
    }
  };
}
