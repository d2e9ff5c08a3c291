import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useLocale } from "../../i18n/locale.ts";
import { rolesQuery } from "./queries.ts";

interface RoleSelectProps {
  readonly value: readonly string[];
  readonly label: string;
  onChange(roles: string[]): void;
}

export function RoleSelect({ value, label, onChange }: RoleSelectProps) {
  const locale = useLocale();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  return (
    <Select
      className="wide"
      mode="multiple"
      aria-label={label}
      value={[...value]}
      options={roles.map((role) => ({ value: role.key, label: localText(role.label, locale) }))}
      onChange={onChange}
    />
  );
}
