import { changeMember, putRoles } from "@dabiao/core/people/contract.ts";
import type { Member } from "@dabiao/core/people/member.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

/** A member's data and roles, saved together. */
export function MemberCard({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [edited, setEdited] = useState<Partial<Member>>({});
  const now = { ...member, ...edited };
  const save = useMutation({
    mutationFn: async () => {
      const params = { member: member.id };
      const { roleKeys, ...details } = edited;
      const { name, email, phone, employeeNo, joinedOn } = { ...member, ...details };
      if (Object.keys(details).length > 0)
        await call(changeMember, { params, body: { name, email, phone, employeeNo, joinedOn } });
      if (roleKeys) await call(putRoles, { params, body: { roleKeys } });
    },
    onSuccess: async () => {
      void message.success(t("member.saved"));
      setEdited({});
      await client.invalidateQueries({ queryKey: ["members"] });
    },
  });
  const text = (key: "email" | "phone" | "employeeNo" | "joinedOn", label: string, type = "text") => (
    <label>
      <span>{label}</span>
      <Input
        type={type}
        value={now[key] ?? ""}
        onChange={({ target }) => setEdited({ ...edited, [key]: target.value === "" ? null : target.value })}
      />
    </label>
  );
  return (
    <section className="stacked">
      <FormFault error={save.error} />
      <label>
        <span>{t("members.name")}</span>
        <Input value={now.name} onChange={({ target }) => setEdited({ ...edited, name: target.value })} />
      </label>
      {text("email", t("members.email"), "email")}
      {text("phone", t("members.phone"), "tel")}
      {text("employeeNo", t("members.no"))}
      {text("joinedOn", t("members.joined"), "date")}
      <div>
        <span>{t("members.roles")}</span>
        <RoleSelect
          value={now.roleKeys}
          label={t("members.roles")}
          onChange={(roleKeys) => setEdited({ ...edited, roleKeys })}
        />
      </div>
      <Button
        type="primary"
        disabled={Object.keys(edited).length === 0}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t("act.save")}
      </Button>
    </section>
  );
}
