import { formatTable } from "@dabiao/core/numbers/format-number.ts";
import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "./messages.ts";

interface AmountInputProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly initial?: string;
  readonly autoFocus?: boolean;
  /** A decimal, or null while what is typed is no number. */
  readonly onChange: (amount: string | null) => void;
}

/** An amount as people type it, 1200万 or 1.2亿, said back in full before anything is kept. */
export function AmountInput({ id, label, placeholder, initial = "", autoFocus = false, onChange }: AmountInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(initial);
  const parsed = typed.trim() === "" ? null : parseNumber(typed);
  const amount = parsed?.kind === "number" ? parsed.value : null;
  return (
    <span className="amount-input">
      <Input
        {...(id ? { id } : {})}
        value={typed}
        aria-label={label}
        placeholder={placeholder ?? ""}
        autoFocus={autoFocus}
        status={parsed?.kind === "issue" ? "error" : ""}
        onChange={({ target }) => {
          const next = parseNumber(target.value);
          setTyped(target.value);
          onChange(next.kind === "number" ? next.value.toFixed() : null);
        }}
      />
      <output className="muted amount-echo">
        {amount && t("goals.echo", { amount: formatTable(amount, { decimals: amount.decimalPlaces() }) })}
        {parsed?.kind === "issue" && t("goals.notANumber")}
      </output>
    </span>
  );
}
