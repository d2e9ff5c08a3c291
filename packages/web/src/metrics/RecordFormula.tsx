import { displayFormula } from "@dabiao/core/formula/display-formula.ts";
import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import type { FormulaKind } from "@dabiao/core/formula/formula-type.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMemo, useState } from "react";
import { LazyFormulaEditor } from "../formula/LazyFormulaEditor.tsx";
import { useLocale } from "../i18n/locale.ts";
import { useLinkedFields } from "./use-linked-fields.ts";

interface RecordFormulaProps {
  readonly object: string;
  readonly value: string;
  readonly label: string;
  readonly onChange: (formula: string) => void;
}

/** A formula over a record and those it links to, read and written with labels. Give it a `key` per object. */
export function RecordFormula({ object, value, label, onChange }: RecordFormulaProps) {
  const locale = useLocale();
  const linked = useLinkedFields(object);
  const scope = useMemo(() => scopeOf(linked.own, linked.of), [linked]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(
    () =>
      displayFormula(value, (path) => {
        const found = find(path, linked.own, linked.of);
        return found && { labels: found.map((field) => localText(field.label, "zh-CN")) };
      }),
    [value, linked],
  );
  return (
    <LazyFormulaEditor
      value={typed ?? shown}
      scope={scope}
      locale={locale}
      ariaLabel={label}
      onChange={(text) => {
        // The editor also tells when labels replace keys; that is nobody's change.
        if (text === (typed ?? shown)) return;
        setTyped(text);
        onChange(text);
      }}
    />
  );
}

type FieldsOf = (object: string) => readonly FieldIndex[];

function scopeOf(own: readonly FieldIndex[], of: FieldsOf): FormulaScope {
  return {
    resolve(path) {
      const found = find(path, own, of);
      const kind = found?.at(-1)?.formula?.kind;
      return found && kind ? { key: found.map(({ key }) => key), type: { kind: kind as FormulaKind } } : undefined;
    },
    names: () => [
      ...own.flatMap((field) => named([field])),
      ...own.flatMap((field) => of(field.target?.object ?? "").flatMap((inner) => named([field, inner]))),
    ],
    allowClock: false,
  };
}

function named(path: readonly FieldIndex[]) {
  const kind = path.at(-1)?.formula?.kind;
  if (!kind) return [];
  const labels = path.map(({ label }) => localText(label, "zh-CN"));
  return [{ path: labels, type: { kind: kind as FormulaKind }, detail: path.map(({ key }) => key).join(".") }];
}

/** The fields a path names by key or by label in either language, one step after the other. */
function find(path: readonly string[], own: readonly FieldIndex[], of: FieldsOf): readonly FieldIndex[] | undefined {
  const [name = "", ...rest] = path;
  const field = own.find(({ key }) => key === name) ?? own.find(({ label }) => label.zh === name || label.en === name);
  if (!field) return undefined;
  if (rest.length === 0) return [field];
  const inner = field.target?.object ? find(rest, of(field.target.object), of) : undefined;
  return inner && [field, ...inner];
}
