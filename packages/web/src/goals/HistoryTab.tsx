import { targetHistory } from "@dabiao/core/goals/contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { Region } from "../shell/RegionState.tsx";
import type { GoalPlace } from "./GoalDrawer.tsx";

/** Every change of a target, the newest first: the ledger as it touched this place. */
export function HistoryTab({ place: { kpi, subject, period } }: { readonly place: GoalPlace }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const history = useQuery({
    queryKey: ["goals", "history", kpi.key, subject, period],
    queryFn: ({ signal }) => call(targetHistory, { body: { kpi: kpi.key, subject, period }, signal }),
  });
  return (
    <Region query={history}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t("goals.history.none")}</p>
        ) : (
          <ul className="goal-history">
            {items.map(({ id, at, memberId, kind, reason, amount }) => {
              const change = decimal(amount);
              return (
                <li key={id}>
                  <strong>
                    {change.isNegative() ? "" : t("goals.plus")}
                    {formatTable(change, { decimals: Math.min(2, change.decimalPlaces()) })}
                  </strong>
                  <span>{t(`goals.kind.${kind}`)}</span>
                  <span>{reason}</span>
                  <span className="muted" title={fullStamp(at, locale)}>
                    {memberId ? nameOf(memberId) : t("goals.system")} {formatMoment(at, locale)}
                  </span>
                </li>
              );
            })}
          </ul>
        )
      }
    </Region>
  );
}
