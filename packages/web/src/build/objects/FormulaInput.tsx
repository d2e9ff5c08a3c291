import { displayFormula } from "@dabiao/core/formula/display-formula.ts";
import type { FormulaKind } from "@dabiao/core/formula/formula-type.ts";
import { recordScope } from "@dabiao/core/model/formula-scope.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { namedField } from "@dabiao/core/model/named-field.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMemo, useState } from "react";
import { LazyFormulaEditor } from "../../formula/LazyFormulaEditor.tsx";
import { useLocale } from "../../i18n/locale.ts";

interface FormulaInputProps {
  readonly world: World;
  readonly object: string;
  readonly value: string | undefined;
  readonly expected: FormulaKind | null;
  readonly label: string;
  onChange(value: string | undefined): void;
}

/** A formula over an object's record, shown with labels; give it a `key` per field, for it keeps what is typed. */
export function FormulaInput({ world, object, value, expected, label, onChange }: FormulaInputProps) {
  const locale = useLocale();
  const scope = useMemo(() => recordScope(world, object, expected), [world, object, expected]);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <LazyFormulaEditor
      value={typed ?? shown(world, object, value ?? "")}
      scope={scope}
      locale={locale}
      ariaLabel={label}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === "" ? undefined : text);
      }}
    />
  );
}

function shown(world: World, object: string, formula: string): string {
  return displayFormula(formula, (path) => {
    const found = namedField(world, object, path);
    if (!found) return undefined;
    const labels = found.path.map((key, step) => labelAt(world, object, found.path.slice(0, step), key));
    return found.field.formulaType ? { labels, type: found.field.formulaType } : { labels };
  });
}

function labelAt(world: World, object: string, above: readonly string[], key: string): string {
  const field = namedField(world, object, [...above, key])?.field ?? findObject(world, object)?.fields.get(key);
  return field ? localText(field.body.label, "zh-CN") : key;
}
