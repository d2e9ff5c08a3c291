import type { FieldBody, ObjectBody, StageType } from "@dabiao/core/model/object.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";

/** One definition of the solution, before it is checked and published. */
export interface Definition<Body = unknown> {
  readonly kind: string;
  readonly key: string;
  readonly body: Body;
}

type FieldOptions = Partial<Omit<FieldBody, "key" | "type" | "label" | "settings">>;

export function text(zh: string, en: string): LocalText {
  return { zh, en };
}

/** A field; `settings` are those of its type. */
export function field(
  key: string,
  type: string,
  label: LocalText,
  settings: Record<string, unknown> = {},
  options: FieldOptions = {},
): FieldBody {
  return { key, type, label, required: false, unique: false, archived: false, settings, ...options };
}

export function money(key: string, label: LocalText, options: FieldOptions = {}): FieldBody {
  return field(key, "money", label, { currency: "CNY" }, options);
}

export function reference(key: string, label: LocalText, object: string, options: FieldOptions = {}): FieldBody {
  return field(key, "reference", label, { object }, options);
}

export interface Option {
  readonly key: string;
  readonly label: LocalText;
  readonly color?: string;
}

export function option(key: string, zh: string, en: string, color?: string): Option {
  return color ? { key, label: { zh, en }, color } : { key, label: { zh, en } };
}

export function select(key: string, label: LocalText, options: readonly Option[], more: FieldOptions = {}): FieldBody {
  return field(key, "select", label, { options }, more);
}

interface ObjectOptions extends Omit<Partial<ObjectBody>, "label" | "fields"> {
  readonly label: LocalText;
  readonly nameField: string;
  readonly fields: FieldBody[];
}

export function object(key: string, options: ObjectOptions): Definition<ObjectBody> {
  const body: ObjectBody = {
    icon: "file",
    defaultSort: { field: "created_at", descending: true },
    uniqueKeys: [],
    ...options,
  };
  return { kind: "object", key, body };
}

/** The stage types of an object, from option id to type. */
export function stages(fieldKey: string, types: Readonly<Record<string, StageType>>): NonNullable<ObjectBody["stage"]> {
  return { field: fieldKey, types: { ...types } };
}
