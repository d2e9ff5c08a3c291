import type { ChangedPerson, ChangeLine } from "@dabiao/core/goals/goal-change.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { amountText } from "../amount-text.ts";
import { ScrollTable } from "./ScrollTable.tsx";
import { SliceName } from "./SliceName.tsx";
import "./change-messages.ts";

interface ChangeLinesProps {
  readonly kpi: KpiInfo | undefined;
  readonly lines: readonly ChangeLine[];
}

/** Every target a change touches: the rate before and from the day on, and what counts for the period. */
export function ChangeLines({ kpi, lines }: ChangeLinesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ScrollTable
      label={t("change.lines")}
      heads={["who", "period", "before", "after", "counted"].map((key, index) => ({
        key,
        label: t(`change.line.${key}`),
        isFigure: index > 1,
      }))}
    >
      {lines.map((line) => (
        <tr key={`${JSON.stringify(line.subject)}${line.period}${line.slice}`}>
          <td>
            {line.subject.kind === "company" ? t("life.company") : line.name}
            {line.slice && (
              <div className="life-note">
                <SliceName kpi={kpi} slice={line.slice} />
              </div>
            )}
          </td>
          <td>{shortPeriodName(line.period, locale)}</td>
          <td className="life-figure">{amountText(line.before)}</td>
          <td className="life-figure">{amountText(line.after)}</td>
          <td className="life-figure">
            {t("life.fromTo", { from: amountText(line.countedBefore), to: amountText(line.countedAfter) })}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

/** What a change means to each person: target and attainment, before and after. */
export function ChangedPeople({ people }: { readonly people: readonly ChangedPerson[] }) {
  const { t } = useTranslation();
  const percent = (value: string | null) => (value === null ? NO_NUMBER : formatPercent(decimal(value)));
  return (
    <ScrollTable
      label={t("change.people")}
      heads={["who", "target", "actual", "attain"].map((key, index) => ({
        key,
        label: t(`change.person.${key}`),
        isFigure: index > 0,
      }))}
    >
      {people.map((person) => (
        <tr key={person.member.id}>
          <td>{person.member.name}</td>
          <td className="life-figure">
            {t("life.fromTo", { from: amountText(person.before), to: amountText(person.after) })}
          </td>
          <td className="life-figure">{amountText(person.actual)}</td>
          <td className="life-figure">
            {t("life.fromTo", { from: percent(person.attainBefore), to: percent(person.attainAfter) })}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
