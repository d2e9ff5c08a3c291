import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useObjectIndex } from "../../model/object-index.ts";
import { useKeys } from "../../shell/keys.ts";
import { fieldOf, type ObjectDefinition, useDefinition } from "../definition.ts";
import { CreateDrawer } from "../form/CreateDrawer.tsx";
import { NextStepMark } from "../NextStepMark.tsx";
import { nextStep } from "../next-step.ts";
import { InlineField } from "./InlineField.tsx";

interface NextStepCardProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
}

/** Objects a follow-up or a task is kept in, where the company has them and they can point here. */
const LOGS = { visit: "record.next.log", task: "record.next.task" } as const;

/** What is to happen next and when, and the two quick ways to note what happened: `N` logs a follow-up. */
export function NextStepCard({ definition, detail }: NextStepCardProps) {
  const { t } = useTranslation();
  const index = useObjectIndex();
  const [open, setOpen] = useState<keyof typeof LOGS | null>(null);
  const day = fieldOf(definition, "next_on");
  const step = fieldOf(definition, "next_step");
  const canLog = (key: keyof typeof LOGS) =>
    definition.key !== key && index.some((object) => object.key === key && object.create);
  useKeys({ n: () => canLog("visit") && setOpen("visit") });
  const logs = (Object.keys(LOGS) as (keyof typeof LOGS)[]).filter(canLog);
  if (!day && !step && logs.length === 0) return null;
  return (
    <section className="card record-next" aria-label={t("record.next")}>
      <h2>{t("record.next")}</h2>
      {day && <NextStepMark step={nextStep(detail.record.values["next_on"])} />}
      <dl className="inline-fields">
        {step && <InlineField definition={definition} detail={detail} field={step} />}
        {day && <InlineField definition={definition} detail={detail} field={day} />}
      </dl>
      <div className="record-next-buttons">
        {logs.map((key) => (
          <Button key={key} type={key === "visit" ? "primary" : "default"} onClick={() => setOpen(key)}>
            {t(LOGS[key])}
          </Button>
        ))}
      </div>
      {open && <QuickLog object={open} from={definition} detail={detail} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface QuickLogProps {
  readonly object: string;
  readonly from: ObjectDefinition;
  readonly detail: RecordDetail;
  onClose(): void;
}

/** The form of a follow-up or a task, already pointing at this record and at what it belongs to. */
export function QuickLog({ object, from, detail, onClose }: QuickLogProps) {
  const definition = useDefinition(object);
  if (!definition.data) return null;
  const { values, id } = detail.record;
  const given: Record<string, unknown> = {};
  for (const { key, target } of definition.data.fields) {
    if (target?.kind !== "object") continue;
    if (target.object === from.key && key !== "id") given[key] = id;
    else if (fieldOf(from, key)?.target?.object === target.object && values[key]) given[key] = values[key];
  }
  const name = String(values[from.body.nameField] ?? "");
  given[definition.data.body.nameField] = name;
  return <CreateDrawer definition={definition.data} given={given} stay onClose={onClose} />;
}
