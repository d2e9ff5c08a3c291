import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { CustomPeriod } from "@dabiao/core/calendar/calendar-body.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { newKey } from "../definition/new-key.ts";
import "./calendar-messages.ts";

interface CustomPeriodsEditorProps {
  readonly value: readonly CustomPeriod[];
  onChange(value: CustomPeriod[]): void;
}

/** Periods of the company's own, such as a campaign or a season: boards and targets take them like any other. */
export function CustomPeriodsEditor({ value, onChange }: CustomPeriodsEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [zh, setZh] = useState("");
  const [en, setEn] = useState("");
  const [start, setStart] = useState("");
  const [last, setLast] = useState("");
  const isReady = zh.trim() !== "" && start !== "" && last !== "" && start <= last;

  function add() {
    const label = en.trim() === "" ? { zh: zh.trim() } : { zh: zh.trim(), en: en.trim() };
    const key = newKey(
      label,
      value.map((each) => each.key),
    );
    const fresh = { key, label, start, end: addDays(last, 1) };
    onChange([...value, fresh].sort((a, b) => (a.start < b.start ? -1 : 1)));
    for (const clear of [setZh, setEn, setStart, setLast]) clear("");
  }

  return (
    <section className="card" aria-label={t("calendar.custom")}>
      <h2>{t("calendar.custom")}</h2>
      <p className="muted">{t("calendar.custom.hint")}</p>
      {value.map((each) => (
        <div key={each.key} className="override-row">
          <strong>{localText(each.label, locale)}</strong>
          <span className="grow muted">
            {t("calendar.custom.days", { from: each.start, to: addDays(each.end, -1) })}
          </span>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("calendar.custom.remove", { name: localText(each.label, locale) })}
            onClick={() => onChange(value.filter((other) => other !== each))}
          />
        </div>
      ))}
      <div className="audit-filters">
        <Input
          aria-label={t("calendar.custom.name")}
          placeholder={t("calendar.custom.name")}
          maxLength={80}
          value={zh}
          onChange={({ target }) => setZh(target.value)}
        />
        <Input
          aria-label={t("calendar.custom.nameEn")}
          placeholder={t("calendar.custom.nameEn")}
          maxLength={80}
          value={en}
          onChange={({ target }) => setEn(target.value)}
        />
        <Input
          type="date"
          aria-label={t("calendar.custom.first")}
          prefix={t("calendar.custom.first")}
          value={start}
          onChange={({ target }) => setStart(target.value)}
        />
        <Input
          type="date"
          aria-label={t("calendar.custom.last")}
          prefix={t("calendar.custom.last")}
          value={last}
          min={start}
          onChange={({ target }) => setLast(target.value)}
        />
        <Button icon={<PlusOutlined />} disabled={!isReady} onClick={add}>
          {t("calendar.custom.add")}
        </Button>
      </div>
    </section>
  );
}
