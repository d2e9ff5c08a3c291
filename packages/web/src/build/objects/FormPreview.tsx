import type { FormBody } from "@dabiao/core/model/kinds/form.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { rightsOn } from "@dabiao/core/people/rights.ts";
import { RoleBody } from "@dabiao/core/people/role.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { definitionQuery, definitionsQuery } from "../definition/definition-query.ts";

interface FormPreviewProps {
  readonly body: FormBody;
  readonly fields: readonly FieldIndex[];
}

/** The form as a role sees it, at a desk or on a phone; conditions are not played here. */
export function FormPreview({ body, fields }: FormPreviewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [width, setWidth] = useState<"desk" | "phone">("desk");
  const [role, setRole] = useState<string | null>(null);
  const roles = useQuery(definitionsQuery("role")).data?.items ?? [];
  const chosen = useQuery({ ...definitionQuery("role", role ?? ""), enabled: role !== null }).data;
  const parsed = RoleBody.safeParse(chosen?.body);
  const rights = role !== null && parsed.success ? rightsOn([parsed.data], body.object) : null;
  return (
    <aside className="card form-preview" aria-label={t("form.preview")}>
      <div className="part-bar">
        <Segmented
          aria-label={t("form.preview")}
          value={width}
          options={(["desk", "phone"] as const).map((each) => ({ value: each, label: t(`form.preview.${each}`) }))}
          onChange={setWidth}
        />
        <Select
          aria-label={t("form.preview.role")}
          value={role ?? ""}
          options={[
            { value: "", label: t("form.preview.admin") },
            ...roles.map(({ key, label }) => ({ value: key, label })),
          ]}
          onChange={(next) => setRole(next === "" ? null : next)}
        />
      </div>
      <div className="form-preview-page" data-width={width} inert>
        {body.sections.map((section, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section's place is what it is
          <section key={at}>
            {section.title && <h3>{localText(section.title, locale)}</h3>}
            {section.rows.map((row, rowAt) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row's place is what it is
              <div key={rowAt} className="preview-row">
                {row.map((cell) => {
                  const field = cell.kind === "field" ? fields.find(({ key }) => key === cell.field) : undefined;
                  const right = field && rights ? rights.field(field.key) : "write";
                  if (!field || right === "hidden") return null;
                  const label = localText(field.label, locale);
                  return (
                    <div key={field.key} className="preview-cell">
                      <span>
                        {label}
                        {field.required && " *"}
                      </span>
                      {right === "write" && !field.computed ? (
                        <FieldInput field={field} value={null} titles={{}} label={label} onChange={() => undefined} />
                      ) : (
                        <span className="muted">{right === "masked" ? "***" : "--"}</span>
                      )}
                    </div>
                  );
                })}
              </div>
            ))}
          </section>
        ))}
      </div>
    </aside>
  );
}
