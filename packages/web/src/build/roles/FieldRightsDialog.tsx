import { FieldRight } from "@dabiao/core/people/role.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Modal, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { objectQuery } from "../../model/object-index.ts";
import { Region } from "../../shell/RegionState.tsx";

interface FieldRightsDialogProps {
  readonly object: string;
  readonly name: string;
  readonly rights: Readonly<Record<string, FieldRight>>;
  onChange(rights: Record<string, FieldRight>): void;
  onClose(): void;
}

/** Hidden, masked, read or write, field by field; write is the rule and is not written down. */
export function FieldRightsDialog({ object, name, rights, onChange, onClose }: FieldRightsDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const definition = useQuery(objectQuery(object));

  function set(key: string, right: FieldRight) {
    const { [key]: _, ...rest } = rights;
    onChange(right === "write" ? rest : { ...rest, [key]: right });
  }

  return (
    <Modal open onCancel={onClose} footer={null} width={640} title={t("roles.fields.of", { object: name })}>
      <Region query={definition}>
        {({ object: shown }) =>
          (shown?.fields ?? [])
            .filter(({ system, key }) => !system || key === "owner")
            .map((field) => (
              <div key={field.key} className="field-right">
                <span className="grow">{localText(field.label, locale)}</span>
                <Segmented
                  size="small"
                  aria-label={localText(field.label, locale)}
                  value={rights[field.key] ?? "write"}
                  options={FieldRight.options.map((right) => ({ value: right, label: t(`right.${right}`) }))}
                  onChange={(right) => set(field.key, right)}
                />
              </div>
            ))
        }
      </Region>
    </Modal>
  );
}
