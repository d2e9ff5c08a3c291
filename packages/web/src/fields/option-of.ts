import type { Option } from "@dabiao/core/model/option.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { knownType } from "./known-type.ts";

/** The options of a select, in their order; none for other fields. */
export function optionsOf(field: FieldIndex): readonly Option[] {
  const settings = knownType(field)?.settings as { options?: readonly Option[] } | undefined;
  return settings?.options ?? [];
}

/** The colour of an option as CSS: options name tokens (`ok`, `series-2`) so that both themes suit them. */
export function optionColor(option: Option | undefined): string {
  const name = option?.color;
  if (!name) return "var(--none)";
  const series = /^series-([1-6])$/.exec(name);
  if (series) return `var(--series-${series[1]})`;
  return /^(ok|watch|off|ahead|none|brand)$/.test(name) ? `var(--${name})` : name;
}
