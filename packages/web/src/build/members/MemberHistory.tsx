import { transfer } from "@dabiao/core/people/contract.ts";
import type { Member } from "@dabiao/core/people/member.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { membershipsQuery, unitsQuery } from "./queries.ts";
import { today } from "./today.ts";
import { UnitSelect } from "./UnitSelect.tsx";

/** Who came by a list without days has belonged since this one. */
const ALWAYS = "1900-01-01";

/** The units a member belonged to, and a transfer from a day on. */
export function MemberHistory({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const history = useQuery(membershipsQuery(member.id));
  const [unitId, setUnitId] = useState<string | null>(null);
  const [day, setDay] = useState(today());
  const move = useMutation({
    mutationFn: () => call(transfer, { params: { member: member.id }, body: { unitId: unitId ?? "", day } }),
    onSuccess: async () => {
      void message.success(t("member.transferred"));
      setUnitId(null);
      await client.invalidateQueries(membershipsQuery(member.id));
      await client.invalidateQueries({ queryKey: ["members"] });
      await client.invalidateQueries(unitsQuery);
    },
  });
  const stretch = (fromDay: string, to: string | null) => {
    const from = fromDay <= ALWAYS ? t("member.always") : fromDay;
    return to === null ? t("member.since", { from }) : t("member.until", { from, to });
  };
  return (
    <section className="stacked">
      <h3>{t("member.history")}</h3>
      <Region query={history}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((item) => (
              <li key={item.id}>
                {item.unit.name} <span className="muted">{stretch(item.fromDay, item.toDay)}</span>{" "}
                {item.kind === "secondary" && <Tag>{t("member.secondary")}</Tag>}
              </li>
            ))}
          </ul>
        )}
      </Region>
      {member.state !== "left" && (
        <>
          <FormFault error={move.error} />
          <div>
            <span>{t("member.transfer.to")}</span>
            <UnitSelect value={unitId} label={t("member.transfer.to")} onChange={setUnitId} />
          </div>
          <label>
            <span>{t("member.transfer.day")}</span>
            <Input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          </label>
          <p className="muted">{t("member.transfer.hint")}</p>
          <Button disabled={unitId === null || day === ""} loading={move.isPending} onClick={() => move.mutate()}>
            {t("member.transfer")}
          </Button>
        </>
      )}
    </section>
  );
}
