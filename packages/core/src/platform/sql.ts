/**
 * A piece of SQL text with its parameters kept apart: the only way core speaks SQL.
 * Core writes fragments (filters, formulas, field expressions); the server's stores join and run them.
 */
export interface Sql {
  readonly kind: "sql";
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

export function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "sql";
}

/** Builds a fragment; interpolated fragments are spliced in, every other value becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const texts = [strings[0] ?? ""];
  const parameters: unknown[] = [];
  for (const [index, value] of values.entries()) {
    const tail = strings[index + 1] ?? "";
    if (isSql(value)) append(texts, parameters, value);
    else {
      parameters.push(value);
      texts.push("");
    }
    texts[texts.length - 1] += tail;
  }
  return { kind: "sql", strings: texts, values: parameters };
}

/** Text taken as it is. Only for constants of our own; never for anything a user typed. */
export function raw(text: string): Sql {
  return { kind: "sql", strings: [text], values: [] };
}

/** A quoted, schema-qualified identifier: `ident("w_1", "deal")` is `"w_1"."deal"`. */
export function ident(...parts: readonly string[]): Sql {
  return raw(parts.map((part) => `"${part.replaceAll('"', '""')}"`).join("."));
}

/** Fragments joined by constant text; no fragments give an empty fragment. */
export function join(fragments: readonly Sql[], separator = ", "): Sql {
  const texts = [""];
  const parameters: unknown[] = [];
  for (const [index, fragment] of fragments.entries()) {
    if (index > 0) texts[texts.length - 1] += separator;
    append(texts, parameters, fragment);
  }
  return { kind: "sql", strings: texts, values: parameters };
}

/** `a and b and c` in brackets; `true` when there is nothing to demand. */
export function and(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return raw("true");
  return sql`(${join(conditions, " and ")})`;
}

/** `a or b or c` in brackets; `false` when there is nothing to choose from. */
export function or(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return raw("false");
  return sql`(${join(conditions, " or ")})`;
}

/** A statement as `pg` takes it. */
export interface CompiledSql {
  readonly kind: "compiled";
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The text with `$1 …` placeholders and the parameters in order, as `pg` takes them. One array used in several places,
 * such as the members of a scope, is sent once.
 */
export function compileSql(fragment: Sql): CompiledSql {
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  let text = fragment.strings[0] ?? "";
  for (const [index, value] of fragment.values.entries()) {
    const place = places.get(value) ?? values.push(value);
    if (Array.isArray(value)) places.set(value, place);
    text += `$${place}${fragment.strings[index + 1] ?? ""}`;
  }
  return { kind: "compiled", text, values };
}

function append(texts: string[], parameters: unknown[], fragment: Sql): void {
  texts[texts.length - 1] += fragment.strings[0] ?? "";
  texts.push(...fragment.strings.slice(1));
  parameters.push(...fragment.values);
}
