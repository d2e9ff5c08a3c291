import { Input } from "antd";
import type { InputProps } from "./FieldInput.tsx";
import { localDay } from "./format-day.ts";

/** Days, moments and times by the system's own picker: it is quick, it reads aloud, and phones know it. */
export function DayInput({ field, value, onChange, ...props }: InputProps) {
  const type = field.type === "datetime" ? "datetime-local" : field.type === "time" ? "time" : "date";
  const shown = value === null || value === undefined ? "" : shownOf(type, String(value));
  return (
    <Input
      id={props.id}
      className="field-native"
      type={type}
      value={shown}
      autoFocus={props.autoFocus ?? false}
      status={props.invalid ? "error" : ""}
      aria-label={props.label}
      max={type === "date" ? "9999-12-31" : undefined}
      onChange={(event) => onChange(keptOf(type, event.target.value))}
    />
  );
}

function shownOf(type: string, value: string): string {
  if (type !== "datetime-local") return value.slice(0, type === "time" ? 5 : 10);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return "";
  return `${localDay(at)}T${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

function keptOf(type: string, text: string): string | null {
  if (text === "") return null;
  return type === "datetime-local" ? new Date(text).toISOString() : text;
}
