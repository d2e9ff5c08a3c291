import { ObjectRight, type RoleBody } from "@dabiao/core/people/role.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useObjectIndex } from "../../model/object-index.ts";
import { FieldRightsDialog } from "./FieldRightsDialog.tsx";
import { ScopeCell } from "./ScopeCell.tsx";

interface RightsMatrixProps {
  readonly body: RoleBody;
  onChange(body: RoleBody): void;
}

const SCOPED = ["read", "update", "delete"] as const;

/** Object by action: which records a role may see, change and delete; `*` speaks for objects not set apart. */
export function RightsMatrix({ body, onChange }: RightsMatrixProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const objects = useObjectIndex();
  const [fieldsOf, setFieldsOf] = useState<string | null>(null);
  const rows = ["*", ...Object.keys(body.objects).filter((key) => key !== "*")];
  const free = objects.filter(({ key }) => !(key in body.objects));
  const nameOf = (key: string) => {
    const object = objects.find((each) => each.key === key);
    return key === "*" ? t("roles.rest") : object ? localText(object.label, locale) : key;
  };
  const rightOf = (key: string) => body.objects[key] ?? ObjectRight.parse({});
  const set = (key: string, right: Partial<ObjectRight>) =>
    onChange({ ...body, objects: { ...body.objects, [key]: { ...rightOf(key), ...right } } });
  return (
    <section aria-label={t("roles.matrix")}>
      <h3>{t("roles.matrix")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section tabIndex={0} className="table-scroll" aria-label={t("roles.matrix")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("roles.object")}</th>
              {["read", "create", "update", "delete", "export"].map((action) => (
                <th key={action} scope="col">
                  {t(`role.action.${action}`)}
                </th>
              ))}
              <th scope="col">{t("roles.fields")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((key) => {
              const right = rightOf(key);
              const name = nameOf(key);
              const flag = (action: "create" | "export") => (
                <Checkbox
                  aria-label={`${name} ${t(`role.action.${action}`)}`}
                  checked={right[action]}
                  onChange={({ target }) => set(key, { [action]: target.checked })}
                />
              );
              const scope = (action: (typeof SCOPED)[number]) => (
                <ScopeCell
                  object={key}
                  label={`${name} ${t(`role.action.${action}`)}`}
                  value={right[action]}
                  onChange={(next) => set(key, { [action]: next })}
                />
              );
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{scope("read")}</td>
                  <td>{flag("create")}</td>
                  <td>{scope("update")}</td>
                  <td>{scope("delete")}</td>
                  <td>{flag("export")}</td>
                  <td>
                    {key !== "*" && (
                      <>
                        <Button size="small" onClick={() => setFieldsOf(key)}>
                          {t("roles.fields.count", { count: Object.keys(right.fields).length })}
                        </Button>
                        <Button
                          size="small"
                          type="text"
                          onClick={() => {
                            const { [key]: _, ...rest } = body.objects;
                            onChange({ ...body, objects: rest });
                          }}
                        >
                          {t("roles.remove")}
                        </Button>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Select
        aria-label={t("roles.add")}
        placeholder={t("roles.add")}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        options={free.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
        onChange={(key: string | null) => key && set(key, rightOf("*"))}
      />
      {fieldsOf !== null && (
        <FieldRightsDialog
          object={fieldsOf}
          name={nameOf(fieldsOf)}
          rights={rightOf(fieldsOf).fields}
          onChange={(fields) => set(fieldsOf, { fields })}
          onClose={() => setFieldsOf(null)}
        />
      )}
    </section>
  );
}
