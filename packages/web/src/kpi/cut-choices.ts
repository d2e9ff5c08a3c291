import type { Grain } from "@dabiao/core/calendar/grain.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { Dimension } from "@dabiao/core/metrics/query.ts";
import type { Unit } from "@dabiao/core/people/unit.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import type { TFunction } from "i18next";
import type { MetricInfo } from "../metrics/use-metrics.ts";

export interface RowChoice {
  readonly value: string;
  readonly label: string;
  readonly dimension: Dimension;
  /** Only units of this level, such as 大区. */
  readonly level?: string;
}

/** What all of the chosen metrics may be cut by. */
export function rowChoices(
  metrics: readonly MetricInfo[],
  units: readonly Unit[],
  t: TFunction,
  locale: Locale,
): RowChoice[] {
  const levels = [...new Set(units.flatMap(({ level, archived }) => (level && !archived ? [level] : [])))];
  const [first, ...rest] = metrics;
  const shared = (first?.dimensions ?? []).filter(({ path }) =>
    rest.every(
      ({ objects, dimensions }) =>
        objects[0] === first?.objects[0] && dimensions.some((other) => samePath(other.path, path)),
    ),
  );
  return [
    { value: "member", label: t("kpi.cut.member"), dimension: { kind: "member" } },
    { value: "unit", label: t("kpi.cut.unit"), dimension: { kind: "unit" } },
    ...levels.map((level) => ({ value: `level:${level}`, label: level, dimension: { kind: "unit" as const }, level })),
    ...shared.map(({ path, label }) => ({
      value: `field:${path.join(".")}`,
      label: localText(label, locale),
      dimension: { kind: "field" as const, path },
    })),
  ];
}

export function pathOf({ dimension }: RowChoice): FieldPath | undefined {
  return dimension.kind === "field" ? dimension.path : undefined;
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.join(".") === b.join(".");
}

const COLUMNS: Readonly<Record<string, readonly Grain[]>> = {
  year: ["quarter", "month"],
  half: ["quarter", "month"],
  quarter: ["month", "week"],
  month: ["week", "day"],
  week: ["day"],
  custom: ["month", "week"],
};

/** Into which shorter periods a period may be cut. */
export function columnChoices(period: Period | null): readonly Grain[] {
  return COLUMNS[period?.grain ?? "custom"] ?? [];
}
