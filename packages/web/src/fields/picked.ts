interface Choice {
  readonly value: string;
  readonly label: string;
}

export function pickedIds(value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The choices with what is already picked among them, so that a picked id shows its name and never itself. */
export function withPicked(
  choices: readonly Choice[],
  picked: readonly string[],
  names: Readonly<Record<string, string>>,
): Choice[] {
  const missing = picked.filter((id) => !choices.some(({ value }) => value === id));
  return [...choices, ...missing.map((id) => ({ value: id, label: names[id] ?? "•••" }))];
}
