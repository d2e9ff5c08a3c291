import { targetHistory } from "@dabiao/core/goals/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { formatDay, formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { Region } from "../shell/RegionState.tsx";
import { amountText } from "./amount-text.ts";
import type { GoalPlace } from "./tree/goal-node.ts";
import { spotOf } from "./use-goal-write.ts";

interface HistoryTabProps {
  readonly kpi: string;
  readonly place: GoalPlace;
}

/** Every change of a target, the newest first: old and new, who, why, from which day. */
export function HistoryTab({ kpi, place }: HistoryTabProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const spot = spotOf(place);
  const history = useQuery({
    queryKey: ["goals", "history", kpi, spot],
    queryFn: ({ signal }) => call(targetHistory, { body: { kpi, ...spot }, signal }),
  });
  return (
    <Region query={history}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t("goals.history.none")}</p>
        ) : (
          <ul className="goal-history">
            {items.map(({ id, at, memberId, kind, reason, before, after, from, planVersion }) => (
              <li key={id}>
                <strong>{t("goals.history.change", { before: amountText(before), after: amountText(after) })}</strong>
                <span>
                  {t(`goals.kind.${kind}`)}
                  {planVersion !== null && ` · ${t("goals.version", { version: planVersion })}`}
                  {from && ` · ${t("goals.history.from", { day: formatDay(from, locale) })}`}
                </span>
                <span>{reason}</span>
                <span className="muted" title={fullStamp(at, locale)}>
                  {memberId ? nameOf(memberId) : t("goals.system")} {formatMoment(at, locale)}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Region>
  );
}
