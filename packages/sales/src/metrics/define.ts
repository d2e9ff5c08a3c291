import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import type { FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import { type Definition, text } from "../define.ts";

export const YUAN = { kind: "money", currency: "CNY", decimals: 2 } as const;
export const PERCENT = { kind: "percent", decimals: 4 } as const;
export const DAYS = { kind: "days", decimals: 1 } as const;
export const HOURS = { kind: "hours", decimals: 1 } as const;

export function count(zh: string, en: string): MetricBody["unit"] {
  return { kind: "count", label: text(zh, en), decimals: 0 };
}

interface MetricOptions {
  readonly group: string;
  readonly unit: MetricBody["unit"];
  readonly measure: MetricBody["measure"];
  readonly dimensions?: readonly FieldPath[];
  readonly direction?: MetricBody["direction"];
  readonly description?: MetricBody["description"];
}

export function metric(key: string, zh: string, en: string, options: MetricOptions): Definition<MetricBody> {
  const { description, ...rest } = options;
  const body: MetricBody = {
    label: text(zh, en),
    direction: "up",
    calendar: "company",
    ...rest,
    dimensions: [...(options.dimensions ?? [])],
    ...(description ? { description } : {}),
  };
  return { kind: "metric", key, body };
}

/** `field = value`, as a filter. */
export function is(field: string, value: string | boolean): Filter {
  return { field: [field], op: "eq", value };
}

export function oneOf(field: string, values: readonly string[]): Filter {
  return { field: [field], op: "in", value: [...values] };
}

export function filled(field: string): Filter {
  return { field: [field], op: "is_not_empty" };
}

export const BY_OWNER = { kind: "owner", at: "event" } as const;
