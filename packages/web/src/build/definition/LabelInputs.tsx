import type { LocalText } from "@dabiao/core/platform/text.ts";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import "./messages.ts";

interface LabelInputsProps {
  readonly value: LocalText;
  onChange(value: LocalText): void;
  readonly autoFocus?: boolean;
}

/** A name in Chinese and, if wanted, in English. */
export function LabelInputs({ value, onChange, autoFocus = false }: LabelInputsProps) {
  const { t } = useTranslation();
  return (
    <div className="label-inputs">
      <label>
        <span>{t("label.zh")}</span>
        <Input
          value={value.zh}
          maxLength={200}
          autoFocus={autoFocus}
          status={value.zh.trim() === "" ? "error" : ""}
          onChange={(event) => onChange({ ...value, zh: event.target.value })}
        />
      </label>
      <label>
        <span>{t("label.en")}</span>
        <Input
          value={value.en ?? ""}
          maxLength={200}
          onChange={(event) => onChange(withEnglish(value.zh, event.target.value))}
        />
      </label>
    </div>
  );
}

function withEnglish(zh: string, en: string): LocalText {
  return en === "" ? { zh } : { zh, en };
}
