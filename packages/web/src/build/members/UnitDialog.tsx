import { changeUnit, createUnit } from "@dabiao/core/people/contract.ts";
import type { Unit } from "@dabiao/core/people/unit.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { FormFault } from "../../people/FormFault.tsx";
import { unitsQuery } from "./queries.ts";

interface UnitDialogProps {
  readonly unit: Unit;
  /** `add` makes a unit below this one. */
  readonly mode: "add" | "edit";
  onClose(): void;
}

/** A unit's name, level and leader. */
export function UnitDialog({ unit, mode, onClose }: UnitDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isNew = mode === "add";
  const [name, setName] = useState(isNew ? "" : unit.name);
  const [level, setLevel] = useState(isNew ? "" : (unit.level ?? ""));
  const [leader, setLeader] = useState(isNew ? null : (unit.leader?.id ?? null));
  const save = useMutation({
    mutationFn: () => {
      const body = { name, level: level.trim() || null, leaderId: leader };
      return isNew
        ? call(createUnit, { body: { ...body, parentId: unit.id } })
        : call(changeUnit, { params: { unit: unit.id }, body });
    },
    onSuccess: async () => {
      await client.invalidateQueries(unitsQuery);
      onClose();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(isNew ? "units.add" : "units.edit")}
      okText={t("act.save")}
      okButtonProps={{ disabled: name.trim() === "", loading: save.isPending }}
      onOk={() => save.mutate()}
    >
      <FormFault error={save.error} />
      <div className="stacked">
        <label>
          <span>{t("units.name")}</span>
          <Input autoFocus value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <label>
          <span>{t("units.level")}</span>
          <Input value={level} maxLength={40} onChange={({ target }) => setLevel(target.value)} />
        </label>
        <div>
          <span>{t("units.leader")}</span>
          <MemberPicker
            value={leader}
            names={unit.leader ? { [unit.leader.id]: unit.leader.name } : {}}
            label={t("units.leader")}
            select={{}}
            onChange={(next) => setLeader(typeof next === "string" ? next : null)}
          />
        </div>
      </div>
    </Modal>
  );
}
