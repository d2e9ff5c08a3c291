import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { Rate } from "antd";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { fieldText, OUT_OF_REACH, titleOf } from "./field-text.ts";
import { fullStamp } from "./format-day.ts";
import { optionColor, optionsOf } from "./option-of.ts";
import "./fields.css";

interface FieldValueProps {
  readonly field: FieldIndex;
  readonly value: unknown;
  readonly titles: Titles;
  /** References lead to their record; off where the whole place is a link already. */
  readonly linked?: boolean;
}

/** A value as it is read: tags for options, links for references, stars for ratings, text for the rest. */
export function FieldValue({ field, value, titles, linked = true }: FieldValueProps) {
  const locale = useLocale();
  if (value === null || value === undefined || value === "") return null;
  const text = fieldText(field, value, titles, locale);
  if (field.right === "masked") return <span>{text}</span>;
  if (field.type === "select" || field.type === "multi_select") return <OptionTags field={field} value={value} />;
  if (field.type === "rating") return <Rate disabled value={Number(value)} className="field-rate" />;
  if (field.type === "url" && linked)
    return (
      <a href={text} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    );
  if (field.type === "email" && linked) return <a href={`mailto:${text}`}>{text}</a>;
  if (field.type === "phone" && linked) return <a href={`tel:${String(value)}`}>{text}</a>;
  if (field.target?.kind === "object" && field.key !== "id" && linked)
    return <RecordLinks field={field} value={value} titles={titles} />;
  if (field.family === "datetime") return <span title={fullStamp(String(value), locale)}>{text}</span>;
  return <span className={field.family === "number" ? "field-number" : undefined}>{text}</span>;
}

function OptionTags({ field, value }: { readonly field: FieldIndex; readonly value: unknown }) {
  const locale = useLocale();
  const options = optionsOf(field);
  const keys = (Array.isArray(value) ? value : [value]).map(String);
  return (
    <span className="option-tags">
      {keys.map((key) => {
        const option = options.find((each) => each.key === key);
        return (
          <span key={key} className="option-tag">
            <span className="option-dot" style={{ background: optionColor(option) }} aria-hidden="true" />
            {option ? localText(option.label, locale) : key}
          </span>
        );
      })}
    </span>
  );
}

function RecordLinks({ field, value, titles }: Omit<FieldValueProps, "linked">) {
  const object = field.target?.object ?? "";
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  return (
    <span className="record-links">
      {ids.map((id) => {
        const title = titleOf(field, id, titles);
        if (title === undefined) return <span key={id}>{OUT_OF_REACH}</span>;
        return (
          <PathLink key={id} to={`/o/${object}/${id}`}>
            {title || id.slice(0, 8)}
          </PathLink>
        );
      })}
    </span>
  );
}
