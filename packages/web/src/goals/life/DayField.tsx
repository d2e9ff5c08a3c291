import { Input } from "antd";

interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day by the system's own picker: it is quick, it reads aloud, and phones know it. */
export function DayField({ id, label, value, onChange }: DayFieldProps) {
  return (
    <Input
      id={id}
      type="date"
      max="9999-12-31"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
