import { type Who, whoName } from "@dabiao/core/metrics/who.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { membersQuery } from "./use-names.ts";
import { rolesQuery } from "./use-who-name.ts";

interface WhoSelectProps {
  readonly value: Who | null;
  readonly label: string;
  /** What having chosen nobody means; without it somebody must be chosen. */
  readonly none?: string;
  readonly onChange: (who: Who | null) => void;
}

/** One person, or whoever has a role. */
export function WhoSelect({ value, label, none, onChange }: WhoSelectProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const people = (useQuery(membersQuery).data ?? []).filter(({ state }) => state !== "left");
  const options = [
    {
      label: t("who.roles"),
      options: roles.map((role) => ({ value: `role:${role.key}`, label: localText(role.label, locale) })),
    },
    { label: t("who.people"), options: people.map(({ id, name }) => ({ value: `member:${id}`, label: name })) },
  ];
  return (
    <Select
      className="who-select"
      value={value === null ? null : whoName(value)}
      options={options}
      {...(none === undefined ? {} : { placeholder: none, allowClear: true })}
      showSearch={{ optionFilterProp: "label" }}
      aria-label={label}
      onChange={(name: string | undefined | null) => onChange(name ? whoNamed(name) : null)}
    />
  );
}

function whoNamed(name: string): Who {
  const [kind, id = ""] = name.split(":");
  return kind === "member" ? { kind, id } : { kind: "role", role: id };
}
