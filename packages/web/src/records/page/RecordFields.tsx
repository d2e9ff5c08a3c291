import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useColumns } from "../columns.ts";
import type { ObjectDefinition } from "../definition.ts";
import { formParts } from "../form/form-layout.ts";
import { InlineField } from "./InlineField.tsx";

interface RecordFieldsProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
}

/** Every field of a record by section, in the order of its form; hidden ones are absent. */
export function RecordFields({ definition, detail }: RecordFieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const parts = formParts(definition, "edit", detail.record.values);
  const keys = parts.flatMap(({ rows }) => rows.flat().map(({ field }) => field.key));
  const named = keys.join();
  const columns = useColumns(
    definition,
    // biome-ignore lint/correctness/useExhaustiveDependencies: the joined keys stand for the keys
    useMemo(() => keys.map((key) => [key]), [named]),
  );
  return (
    <section aria-label={t("record.fields")}>
      {parts.map((part) => (
        <div key={part.title?.zh ?? ""} className="record-section">
          {part.title && <h3>{localText(part.title, locale)}</h3>}
          <dl className="inline-fields">
            {part.rows.flat().map(({ field }) => (
              <InlineField
                key={field.key}
                definition={definition}
                detail={detail}
                field={columns.find(({ name }) => name === field.key)?.field ?? field}
              />
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
