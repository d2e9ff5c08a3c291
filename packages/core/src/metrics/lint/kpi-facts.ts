import type { LocalText } from "../../platform/text.ts";
import type { MetricTree } from "../leaves.ts";
import type { MetricBody } from "../metric.ts";

/** A field a figure rests on, and in how many records it is filled. */
export interface FillRate {
  readonly object: string;
  readonly field: string;
  readonly label: LocalText;
  readonly records: number;
  readonly filled: number;
}

/** The people a KPI names, as the company stands today: ids of active members. */
export interface NamedPeople {
  readonly owner: readonly string[];
  readonly inputter: readonly string[];
  readonly confirmer: readonly string[];
}

/** What the company's data says about a KPI. Leave out what was not looked up: nothing is said about it. */
export interface KpiFacts {
  /** Undefined for a metric that does not exist. */
  readonly metric: MetricBody | undefined;
  /** Null for a metric that cannot be computed. */
  readonly tree: MetricTree | null;
  /** The figure of the last full period, `null` for no data. */
  readonly lastPeriod?: { readonly key: string; readonly value: string | null };
  readonly fillRates?: readonly FillRate[];
  readonly people?: NamedPeople;
  /** Of past targets of this KPI, how many were reached. */
  readonly attained?: { readonly met: number; readonly of: number };
  /** Goals, cards or boards that use it. */
  readonly uses?: number;
  readonly change?: {
    /** What this publication changes is what the figure means, not how it is named. */
    readonly isMeaning: boolean;
    /** Confirmed targets of the period that runs now. */
    readonly targets: number;
    /** Publications of the KPI or its metric in that period so far. */
    readonly before: number;
    readonly period: string;
  };
}
