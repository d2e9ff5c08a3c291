import type { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import "./calendar-messages.ts";

type Work = CalendarBody["work"];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const TURNS = [1, 2, 3, 4];
const USUAL = [1, 2, 3, 4, 5];

interface WorkWeeksInputProps {
  readonly value: Work;
  readonly today: string;
  onChange(value: Work): void;
}

/** Which weekdays are worked: every week the same, or weeks in turn (大小周) counted from a day. */
export function WorkWeeksInput({ value, today, onChange }: WorkWeeksInputProps) {
  const { t } = useTranslation();
  const { weeks } = value;
  const name = (index: number) =>
    weeks.length === 2
      ? t(`calendar.turn.${index === 0 ? "first" : "second"}`)
      : t("calendar.turn", { number: index + 1 });

  function setTurns(turns: number) {
    if (turns === 1) return onChange({ weeks: [weeks[0] ?? USUAL] });
    // 大小周: six days, then five, until somebody says otherwise.
    const next = Array.from({ length: turns }, (_, index) => weeks[index] ?? USUAL);
    if (weeks.length === 1 && turns === 2) next[0] = [...USUAL, 6];
    onChange({ weeks: next, anchor: value.anchor ?? today });
  }

  return (
    <div>
      <span>{t("calendar.week")}</span>
      <div className="work-weeks">
        <Select
          aria-label={t("calendar.turns")}
          value={weeks.length}
          options={TURNS.map((turns) => ({ value: turns, label: t(`calendar.turns.${turns}`) }))}
          onChange={setTurns}
        />
        {weeks.map((days, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week of the pattern is its place in it
          <div key={index} className="work-week">
            {weeks.length > 1 && <span className="muted">{name(index)}</span>}
            <Checkbox.Group
              value={days}
              options={WEEKDAYS.map((day) => ({ value: day, label: t(`calendar.day.${day}`) }))}
              onChange={(chosen) => onChange({ ...value, weeks: weeks.with(index, chosen.map(Number).sort()) })}
            />
          </div>
        ))}
        {weeks.length > 1 && (
          <label>
            <span className="muted">{t("calendar.anchor")}</span>
            <Input
              type="date"
              value={value.anchor ?? ""}
              onChange={({ target }) => onChange({ ...value, anchor: target.value === "" ? undefined : target.value })}
            />
          </label>
        )}
      </div>
    </div>
  );
}
