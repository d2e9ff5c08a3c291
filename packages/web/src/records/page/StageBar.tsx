import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useKeys } from "../../shell/keys.ts";
import type { ObjectDefinition } from "../definition.ts";
import { isLocked } from "../form/form-layout.ts";
import { paintRecord } from "../record-data.ts";
import { nextStage, stagesOf } from "../stage.ts";
import { useFieldSave } from "../use-field-save.tsx";

interface StageBarProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
}

/** Where a record stands, what comes next, and one press to go there: `S`, or a press on a stage. */
export function StageBar({ definition, detail }: StageBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const save = useFieldSave(definition);
  const [fault, setFault] = useState<string | null>(null);
  const found = stagesOf(definition);
  const { record, titles } = detail;
  const current = found ? String(record.values[found.field.key] ?? "") : "";
  const following = found && nextStage(found.stages, current);
  const locked = !found || isLocked(found.field) || !record.canEdit;
  useKeys({ s: () => following && !locked && move(following.option.key) });
  if (!found) return null;
  const { field, stages } = found;
  const place = stages.findIndex(({ option }) => option.key === current);

  function move(key: string) {
    setFault(null);
    void save({
      row: record,
      field,
      value: key,
      titles,
      paint(row, reason) {
        paintRecord(client, definition.key, row, {});
        setFault(reason ?? null);
      },
    });
  }

  return (
    <section className="stage-bar" aria-label={t("record.stage")}>
      <ol>
        {stages.map(({ option, type }, index) => {
          const label = localText(option.label, locale);
          const isCurrent = option.key === current;
          return (
            <li key={option.key} data-type={type} data-past={place >= 0 && index < place && type === "open"}>
              <button
                type="button"
                aria-current={isCurrent ? "step" : undefined}
                aria-label={
                  isCurrent ? t("record.stage.now", { stage: label }) : t("record.stage.to", { stage: label })
                }
                disabled={locked && !isCurrent}
                onClick={() => !isCurrent && move(option.key)}
              >
                {label}
              </button>
            </li>
          );
        })}
      </ol>
      {following && !locked && (
        <Button type="primary" size="small" onClick={() => move(following.option.key)}>
          {t("record.advance", { stage: localText(following.option.label, locale) })}
        </Button>
      )}
      {fault && (
        <span className="form-fault" role="alert">
          {fault}
        </span>
      )}
    </section>
  );
}
