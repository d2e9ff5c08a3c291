import { moveUnit } from "@dabiao/core/people/contract.ts";
import type { Unit } from "@dabiao/core/people/unit.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { unitsQuery } from "./queries.ts";
import { today } from "./today.ts";
import { UnitSelect } from "./UnitSelect.tsx";

interface MoveUnitDialogProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  onClose(): void;
}

/** Moves a unit with all below it, from a day on. */
export function MoveUnitDialog({ unit, onClose }: MoveUnitDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [parentId, setParentId] = useState<string | null>(null);
  const [day, setDay] = useState(today());
  const move = useMutation({
    mutationFn: () => call(moveUnit, { params: { unit: unit.id }, body: { parentId: parentId ?? "", day } }),
    onSuccess: async () => {
      await client.invalidateQueries(unitsQuery);
      await client.invalidateQueries({ queryKey: ["members"] });
      onClose();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={`${t("units.move")} · ${unit.name}`}
      okButtonProps={{ disabled: parentId === null || day === "", loading: move.isPending }}
      onOk={() => move.mutate()}
    >
      <FormFault error={move.error} />
      <div className="stacked">
        <div>
          <span>{t("units.move.to")}</span>
          <UnitSelect value={parentId} label={t("units.move.to")} onChange={setParentId} />
        </div>
        <label>
          <span>{t("member.transfer.day")}</span>
          <Input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
        <p className="muted">{t("member.transfer.hint")}</p>
      </div>
    </Modal>
  );
}
