import type { Scope } from "@dabiao/core/people/role.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { objectQuery } from "../../model/object-index.ts";
import { Region } from "../../shell/RegionState.tsx";
import { ConditionsEditor } from "../conditions/ConditionsEditor.tsx";
import { SCOPES } from "./scope-words.ts";

interface ScopeCellProps {
  /** `*` has no fields in common, so no rule. */
  readonly object: string;
  readonly label: string;
  readonly value: Scope;
  onChange(value: Scope): void;
}

/** Which records: a named scope, or a rule over the object's fields. */
export function ScopeCell({ object, label, value, onChange }: ScopeCellProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const definition = useQuery({ ...objectQuery(object), enabled: open });
  const rule = typeof value === "string" ? null : value.rule;
  const choices: readonly ((typeof SCOPES)[number] | "rule")[] = object === "*" ? SCOPES : [...SCOPES, "rule"];
  return (
    <>
      <Select<(typeof SCOPES)[number] | "rule">
        size="small"
        className="scope-select"
        aria-label={label}
        value={rule ? "rule" : (value as (typeof SCOPES)[number])}
        options={choices.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        onChange={(next) => {
          if (next === "rule") setOpen(true);
          else onChange(next);
        }}
      />
      {rule && (
        <Button size="small" type="link" onClick={() => setOpen(true)}>
          {t("act.edit")}
        </Button>
      )}
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t("roles.rule", { object: label })}>
        <Region query={definition}>
          {({ object: shown }) => (
            <ConditionsEditor
              object={object}
              fields={shown?.fields ?? []}
              value={rule}
              onChange={(next) => onChange(next ? { rule: next } : "none")}
            />
          )}
        </Region>
      </Modal>
    </>
  );
}
