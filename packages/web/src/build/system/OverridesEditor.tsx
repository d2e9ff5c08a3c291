import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { DayOverride } from "@dabiao/core/calendar/calendar-body.ts";
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface OverridesEditorProps {
  readonly value: readonly DayOverride[];
  onChange(value: DayOverride[]): void;
}

/** The company's own days off, and days it works though the week says otherwise. */
export function OverridesEditor({ value, onChange }: OverridesEditorProps) {
  const { t } = useTranslation();
  const [date, setDate] = useState("");
  const [day, setDay] = useState<DayOverride["day"]>("off");
  const [name, setName] = useState("");

  function add() {
    const fresh: DayOverride = name.trim() ? { date, day, name: name.trim() } : { date, day };
    onChange([...value, fresh].sort((a, b) => (a.date < b.date ? -1 : 1)));
    setDate("");
    setName("");
  }

  return (
    <section className="card" aria-label={t("calendar.overrides")}>
      <h2>{t("calendar.overrides")}</h2>
      {value.map((each) => (
        <div key={each.date + each.day} className="override-row">
          <span>{each.date}</span>
          <strong>{t(`calendar.override.${each.day}`)}</strong>
          <span className="grow muted">{each.name}</span>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("calendar.override.remove", { date: each.date })}
            onClick={() => onChange(value.filter((other) => other !== each))}
          />
        </div>
      ))}
      <div className="audit-filters">
        <Input
          type="date"
          aria-label={t("calendar.override.date")}
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
        <Segmented
          aria-label={t("calendar.override.kind")}
          value={day}
          options={(["off", "work"] as const).map((each) => ({ value: each, label: t(`calendar.override.${each}`) }))}
          onChange={setDay}
        />
        <Input
          aria-label={t("calendar.override.name")}
          placeholder={t("calendar.override.name")}
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button icon={<PlusOutlined />} disabled={date === ""} onClick={add}>
          {t("calendar.override.add")}
        </Button>
      </div>
    </section>
  );
}
