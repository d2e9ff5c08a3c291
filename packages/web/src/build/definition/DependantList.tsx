import type { DependantShape } from "@dabiao/core/model/contract-shapes.ts";
import { useTranslation } from "react-i18next";
import type { z } from "zod";

export type Dependant = z.infer<typeof DependantShape>;

/** Who uses it, by kind and name. */
export function DependantList({ dependants }: { readonly dependants: readonly Dependant[] }) {
  const { t } = useTranslation();
  if (dependants.length === 0) return <p className="muted">{t("usage.none")}</p>;
  return (
    <ul className="plain-list">
      {dependants.map((each) => (
        <li key={`${each.kind}/${each.key}`}>
          <span className="muted">{t(`kind.${each.kind}`, { defaultValue: each.kind })}</span> {each.label}
          {each.parts.length > 0 && <span className="muted">{` (${each.parts.join("、")})`}</span>}
        </li>
      ))}
    </ul>
  );
}
