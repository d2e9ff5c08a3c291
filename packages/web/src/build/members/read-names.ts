import { PersonRow } from "@dabiao/core/people/member.ts";

export interface ReadNames {
  readonly rows: readonly PersonRow[];
  readonly bad: readonly { readonly line: number; readonly text: string }[];
}

const EMAIL = /^\S+@\S+\.\S+$/;

/** A pasted list, a person per line: name, unit path, leader, e-mail, employee number, by tab, comma or semicolon. */
export function readNames(text: string): ReadNames {
  const rows: PersonRow[] = [];
  const bad: { line: number; text: string }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === "") continue;
    const parsed = PersonRow.safeParse(rowOf(raw));
    if (parsed.success) rows.push(parsed.data);
    else bad.push({ line: index + 1, text: raw.slice(0, 60) });
  }
  return { rows, bad };
}

function rowOf(line: string): Record<string, unknown> {
  const cells = line.split(line.includes("\t") ? "\t" : /[,，;；]/).map((cell) => cell.trim());
  const email = cells.find((cell) => EMAIL.test(cell));
  const [name = "", path = "", leader = "", number = ""] = cells.filter((cell) => cell !== email);
  const unitPath = path
    .split(/[/／>]/)
    .map((step) => step.trim())
    .filter(Boolean);
  return {
    name,
    ...(unitPath.length > 0 ? { unitPath } : {}),
    ...(leader ? { leaderName: leader } : {}),
    ...(email ? { email } : {}),
    ...(number ? { employeeNo: number } : {}),
  };
}
