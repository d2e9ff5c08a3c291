import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Rate, type RatesBody } from "@dabiao/core/metrics/rates.ts";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface RatesEditorProps {
  readonly body: RatesBody;
  /** Rates that are published: figures rest on them. */
  readonly frozen: readonly Rate[];
  onChange(body: RatesBody): void;
}

/** The rates, the newest first, and a line to add one. */
export function RatesEditor({ body, frozen, onChange }: RatesEditorProps) {
  const { t } = useTranslation();
  const [currency, setCurrency] = useState("");
  const [from, setFrom] = useState("");
  const [rate, setRate] = useState("");
  const fresh = Rate.safeParse({ currency: currency.trim().toUpperCase(), from, rate: rate.trim() });
  const isFrozen = (one: Rate) => frozen.some((kept) => kept.currency === one.currency && kept.from === one.from);
  const listed = body.rates.toSorted((a, b) =>
    a.from === b.from ? compare(a.currency, b.currency) : compare(b.from, a.from),
  );

  function add() {
    if (!fresh.success) return;
    onChange({ ...body, rates: [...body.rates, fresh.data] });
    for (const clear of [setFrom, setRate]) clear("");
  }

  return (
    <section className="card" aria-label={t("system.tab.rates")}>
      <h2>{t("rates.to", { currency: body.to })}</h2>
      <p className="muted">{t("rates.hint")}</p>
      {listed.map((one) => (
        <div key={one.currency + one.from} className="override-row">
          <strong>{one.currency}</strong>
          <span>{t("rates.from", { day: one.from })}</span>
          <span className="grow">{one.rate}</span>
          {!isFrozen(one) && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("rates.remove", { currency: one.currency, day: one.from })}
              onClick={() => onChange({ ...body, rates: body.rates.filter((other) => other !== one) })}
            />
          )}
        </div>
      ))}
      <div className="audit-filters">
        <Input
          aria-label={t("rates.currency")}
          placeholder={t("rates.currency")}
          maxLength={3}
          value={currency}
          onChange={({ target }) => setCurrency(target.value)}
        />
        <Input type="date" aria-label={t("rates.day")} value={from} onChange={({ target }) => setFrom(target.value)} />
        <Input
          aria-label={t("rates.rate")}
          placeholder={t("rates.rate")}
          inputMode="decimal"
          value={rate}
          onChange={({ target }) => setRate(target.value)}
        />
        <Button icon={<PlusOutlined />} disabled={!fresh.success} onClick={add}>
          {t("rates.add")}
        </Button>
      </div>
    </section>
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
