import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { InputProps } from "./FieldInput.tsx";
import { fieldText } from "./field-text.ts";
import { useIssueText } from "./issue-text.ts";
import { knownType, readTyped } from "./known-type.ts";
import "./messages.ts";

/** Amounts and numbers as people type them: 28万 is read back as ¥280,000.00 before it is saved. */
export function TypedInput({ field, value, onChange, ...props }: InputProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const issueText = useIssueText([field]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? plain(field, value);
  const read = typed === null || typed === "" ? null : readTyped(field, typed);
  const echo = read?.ok ? fieldText(field, read.value, {}, locale) : "";
  const isSaid = echo !== "" && echo !== typed?.trim();
  return (
    <>
      <Input
        id={props.id}
        ref={(input) => {
          if (props.autoFocus && input && typed === null) input.focus();
        }}
        className="field-input"
        inputMode="text"
        value={shown}
        status={props.invalid || read?.ok === false ? "error" : ""}
        aria-label={props.label}
        aria-describedby={props.id ? `${props.id}-echo` : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const next = readTyped(field, text);
          onChange(next.ok ? next.value : text);
        }}
      />
      {(isSaid || read?.ok === false) && (
        <output id={props.id ? `${props.id}-echo` : undefined} className="field-echo" data-bad={read?.ok === false}>
          {read?.ok === false ? issueText(read.issue) : t("field.echo", { value: echo })}
        </output>
      )}
    </>
  );
}

/** What stands in the box before anything is typed: the number itself, a rate as a percentage. */
function plain(field: FieldIndex, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field.type !== "percent" && field.type !== "duration") return String(value);
  const known = knownType(field);
  return known ? known.type.toText(String(value) as never, known.settings, "zh-CN") : String(value);
}
