import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Input } from "antd";
import { useState } from "react";
import { readNumber } from "./shown-number.ts";

interface NumberInputProps {
  /** A decimal string; empty for none. */
  readonly value: string;
  readonly label: string;
  /** Shown and typed in percent, kept as a fraction: 0.6 is 60. */
  readonly percent?: boolean;
  /** May be left empty; then `onClear` is told. */
  readonly onClear?: () => void;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly disabled?: boolean;
}

/** A decimal, typed freely and taken as soon as it is one; binary floats never touch it. */
export function NumberInput({ value, label, percent = false, onClear, onChange, ...props }: NumberInputProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: string } | null>(null);
  const text = typed?.of === value ? typed.text : shown(value, percent);
  const read = readNumber(text);
  const isWrong = text.trim() === "" ? !onClear && value === "" : read === null;

  function type(next: string) {
    const number = readNumber(next);
    const kept = number === null ? value : percent ? decimal(number).div(100).toString() : number;
    setTyped({ text: next, of: next.trim() === "" && onClear ? "" : kept });
    if (next.trim() === "") onClear?.();
    else if (number !== null) onChange(kept);
  }

  return (
    <Input
      className="number-input"
      value={text}
      inputMode="decimal"
      aria-label={label}
      status={isWrong ? "error" : ""}
      placeholder={props.placeholder ?? ""}
      disabled={props.disabled ?? false}
      suffix={percent ? "%" : (props.suffix ?? <span />)}
      onChange={({ target }) => type(target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}

function shown(value: string, percent: boolean): string {
  if (value === "" || !percent) return value;
  return decimal(value).times(100).toString();
}
