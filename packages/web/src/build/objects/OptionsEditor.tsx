import { ArrowDownOutlined, ArrowUpOutlined, MoreOutlined, PlusOutlined } from "@ant-design/icons";
import type { Option } from "@dabiao/core/model/option.ts";
import { Button, Dropdown, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { optionColor } from "../../fields/option-of.ts";
import { newKey } from "../definition/new-key.ts";

const COLORS = ["none", "brand", "ok", "watch", "off", "ahead", "series-2", "series-4", "series-5", "series-6"];

interface OptionsEditorProps {
  readonly options: readonly Option[];
  onChange(options: readonly Option[]): void;
}

/** The choices of a select: names in both languages, colour, order; those in use are archived rather than deleted. */
export function OptionsEditor({ options, onChange }: OptionsEditorProps) {
  const { t } = useTranslation();
  const change = (index: number, next: Partial<Option>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...next } : option)));
  const move = (index: number, to: number) => {
    const option = options[index];
    if (option) onChange(options.toSpliced(index, 1).toSpliced(to, 0, option));
  };
  const add = () => {
    const zh = `${t("options.title")}${options.length + 1}`;
    const key = newKey(
      { zh, en: `option ${options.length + 1}` },
      options.map((option) => option.key),
    );
    onChange([...options, { key, label: { zh }, archived: false }]);
  };
  return (
    <fieldset className="options-editor">
      <legend>{t("options.title")}</legend>
      {options.map((option, index) => (
        <div key={option.key} className="option-row" data-archived={option.archived}>
          <Select
            className="option-color"
            popupMatchSelectWidth={120}
            aria-label={t("options.color.of", { label: option.label.zh })}
            value={option.color ?? "none"}
            options={COLORS.map((color) => ({ value: color, label: t(`color.${color}`) }))}
            labelRender={({ value }) => <Swatch color={String(value)} />}
            optionRender={({ value, label }) => (
              <>
                <Swatch color={String(value)} /> {label}
              </>
            )}
            onChange={(color) => change(index, { color })}
          />
          <Input
            aria-label={t("options.name", { number: index + 1 })}
            value={option.label.zh}
            onChange={({ target }) => change(index, { label: { ...option.label, zh: target.value } })}
          />
          <Input
            aria-label={t("options.name.en", { number: index + 1 })}
            placeholder="English"
            value={option.label.en ?? ""}
            onChange={({ target }) =>
              change(index, {
                label: target.value ? { zh: option.label.zh, en: target.value } : { zh: option.label.zh },
              })
            }
          />
          <Dropdown
            trigger={["click"]}
            menu={{
              items: [
                { key: "up", label: t("field.up"), icon: <ArrowUpOutlined />, disabled: index === 0 },
                {
                  key: "down",
                  label: t("field.down"),
                  icon: <ArrowDownOutlined />,
                  disabled: index === options.length - 1,
                },
                { key: "archive", label: t(option.archived ? "field.restore" : "field.archive") },
                { key: "remove", label: t("options.remove"), danger: true, disabled: options.length === 1 },
              ],
              onClick: ({ key }) => {
                if (key === "up") move(index, index - 1);
                if (key === "down") move(index, index + 1);
                if (key === "archive") change(index, { archived: !option.archived });
                if (key === "remove") onChange(options.toSpliced(index, 1));
              },
            }}
          >
            <Button type="text" icon={<MoreOutlined />} aria-label={t("options.more", { label: option.label.zh })} />
          </Dropdown>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {t("options.add")}
      </Button>
    </fieldset>
  );
}

function Swatch({ color }: { readonly color: string }) {
  const shown =
    color === "none" ? "var(--none)" : optionColor({ key: "x", label: { zh: "x" }, color, archived: false });
  return <span className="swatch" style={{ background: shown }} />;
}
