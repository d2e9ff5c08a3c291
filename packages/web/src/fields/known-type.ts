import type { FieldType, ParseContext, Parsed } from "@dabiao/core/model/field-type.ts";
import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";

interface Known {
  readonly type: FieldType;
  readonly settings: unknown;
}

const parsed = new WeakMap<FieldIndex, Known | null>();

/** A field's type with its settings, defaults filled in; null for a type this release does not know. */
export function knownType(field: FieldIndex): Known | null {
  let known = parsed.get(field);
  if (known === undefined) {
    const type = fieldType(field.type);
    const settings = type?.settings.safeParse(field.settings);
    known = type && settings?.success ? { type, settings: settings.data } : null;
    parsed.set(field, known);
  }
  return known;
}

/** What a person typed, as the field keeps it: 28万 is "280000". The server reads it again in the same way. */
export function readTyped(field: FieldIndex, input: unknown): Parsed<unknown> {
  const known = knownType(field);
  if (!known) return { ok: true, value: input };
  const context: ParseContext = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, lenient: true };
  return known.type.parse(input, known.settings, context) as Parsed<unknown>;
}
