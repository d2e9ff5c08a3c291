import { createMember } from "@dabiao/core/people/contract.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { unitsQuery } from "./queries.ts";
import { RoleSelect } from "./RoleSelect.tsx";
import { UnitSelect } from "./UnitSelect.tsx";

interface AddMemberDialogProps {
  readonly open: boolean;
  readonly unit: string | null;
  onClose(): void;
  onAdded(member: string): void;
}

/** One person more; the invitation is made on the card that opens next. */
export function AddMemberDialog({ open, unit, onClose, onAdded }: AddMemberDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const first = useQuery(unitsQuery).data?.items[0]?.id ?? null;
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [roles, setRoles] = useState<readonly string[]>(["rep"]);
  const unitId = chosen ?? unit ?? first;
  const add = useMutation({
    mutationFn: () =>
      call(createMember, {
        body: { name, email: email.trim() || null, unitId: unitId ?? "", roleKeys: [...roles] },
      }),
    onSuccess: async ({ id }) => {
      setName("");
      setEmail("");
      onClose();
      onAdded(id);
      await client.invalidateQueries({ queryKey: ["members"] });
      await client.invalidateQueries(unitsQuery);
    },
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t("members.add")}
      okText={t("act.add")}
      okButtonProps={{ disabled: name.trim() === "" || unitId === null, loading: add.isPending }}
      onOk={() => add.mutate()}
      destroyOnHidden
    >
      <FormFault error={add.error} />
      <div className="stacked">
        <label>
          <span>{t("members.name")}</span>
          <Input autoFocus value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <label>
          <span>{t("members.email")}</span>
          <Input type="email" value={email} onChange={({ target }) => setEmail(target.value)} />
        </label>
        <div>
          <span>{t("members.unit")}</span>
          <UnitSelect value={unitId} label={t("members.unit")} onChange={setChosen} />
        </div>
        <div>
          <span>{t("members.roles")}</span>
          <RoleSelect value={roles} label={t("members.roles")} onChange={setRoles} />
        </div>
      </div>
    </Modal>
  );
}
