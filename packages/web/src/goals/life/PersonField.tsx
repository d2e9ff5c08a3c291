import { useState } from "react";
import { MemberPicker } from "../../fields/MemberPicker.tsx";

interface PersonFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly known?: Readonly<Record<string, string>>;
  readonly onChange: (id: string | null) => void;
}

/** One person, by name; what was picked keeps its name when the search moves on. */
export function PersonField({ id, label, value, known = {}, onChange }: PersonFieldProps) {
  const [names, setNames] = useState<Readonly<Record<string, string>>>(known);
  return (
    <MemberPicker
      label={label}
      value={value}
      names={names}
      select={{ id }}
      onChange={(next, name) => {
        if (typeof next === "string" && name !== null) setNames((before) => ({ ...before, [next]: name }));
        onChange(typeof next === "string" ? next : null);
      }}
    />
  );
}
