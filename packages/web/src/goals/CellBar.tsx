import { Button, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName } from "../metrics/period-name.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { amountText } from "./amount-text.ts";
import type { GoalPlace } from "./tree/goal-node.ts";

/** What carries the difference when a number in the tree is changed. */
export const COUNTERS = ["plan", "siblings", "upper", "buffer"] as const;
export type Counter = (typeof COUNTERS)[number];

interface CellBarProps {
  readonly place: GoalPlace | null;
  readonly metrics: Metrics;
  readonly counter: Counter;
  /** Whether there is a draft that takes what is typed. */
  readonly isDraft: boolean;
  onCounter(counter: Counter): void;
  onSplit(): void;
  onOpen(): void;
}

/** The cell in hand: its own value, the sum of its children, the signed difference, and what a change of it does. */
export function CellBar({ place, metrics, counter, isDraft, onCounter, onSplit, onOpen }: CellBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!place) return <p className="cell-bar muted">{t(isDraft ? "goals.cell.hint.draft" : "goals.cell.hint")}</p>;
  const { row, cell, column } = place;
  const figure = (value: string | null) => (value === null ? t("goals.unset") : amountText(value));
  const below = cell.people ?? cell.slices;
  return (
    <section className="cell-bar" aria-label={t("goals.cell")} aria-live="polite">
      <strong>{`${row.name} · ${periodName(column.period, metrics.calendar, locale)}`}</strong>
      <span>{t("goals.cell.own", { amount: figure(cell.amount) })}</span>
      {below && (
        <span>
          {t("goals.cell.below", {
            amount: figure(below.amount),
            buffer: figure(below.buffer),
            rest: figure(below.residue),
          })}
        </span>
      )}
      {cell.periods && (
        <span>
          {t("goals.cell.periods", { amount: figure(cell.periods.amount), rest: figure(cell.periods.residue) })}
        </span>
      )}
      {isDraft && row.mayPlan && (
        <Radio.Group
          size="small"
          value={counter}
          aria-label={t("goals.counter")}
          options={COUNTERS.map((value) => ({ value, label: t(`goals.counter.${value}`) }))}
          onChange={({ target }) => onCounter(target.value as Counter)}
        />
      )}
      <span className="grow" />
      {row.maySplit && (
        <Button size="small" disabled={cell.amount === null} onClick={onSplit}>
          {t("goals.split")}
        </Button>
      )}
      <Button size="small" onClick={onOpen}>
        {t("goals.cell.details")}
      </Button>
    </section>
  );
}
