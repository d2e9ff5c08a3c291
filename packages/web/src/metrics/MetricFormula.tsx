import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LazyFormulaEditor } from "../formula/LazyFormulaEditor.tsx";
import { useLocale } from "../i18n/locale.ts";
import type { MetricInfo } from "./use-metrics.ts";

interface MetricFormulaProps {
  readonly value: string;
  readonly metrics: readonly MetricInfo[];
  readonly onChange: (formula: string) => void;
}

/** A formula over other metrics, which it names by their keys; completion shows their names beside. */
export function MetricFormula({ value, metrics, onChange }: MetricFormulaProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const scope = useMemo<FormulaScope>(
    () => ({
      resolve: (path) =>
        metrics.some(({ key }) => key === path.join(".")) ? { key: path, type: { kind: "number" } } : undefined,
      names: () =>
        metrics.map(({ key, label }) => ({ path: [key], type: { kind: "number" }, detail: localText(label, locale) })),
      allowClock: false,
      expected: "number",
    }),
    [metrics, locale],
  );
  return (
    <LazyFormulaEditor
      value={value}
      scope={scope}
      locale={locale}
      ariaLabel={t("designer.formula")}
      onChange={onChange}
    />
  );
}
