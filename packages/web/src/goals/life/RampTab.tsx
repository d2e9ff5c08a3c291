import { assignRamp, listRamps } from "@dabiao/core/goals/ramp-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { usePermissions } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { AssignRampDialog } from "./AssignRampDialog.tsx";
import { type EditedRamp, RampDialog } from "./RampDialog.tsx";
import { ScrollTable } from "./ScrollTable.tsx";
import { useLifeAct } from "./use-life-act.ts";

/** 爬坡: the curves, and who is on one. */
export function RampTab() {
  const { t } = useTranslation();
  const locale = useLocale();
  const permissions = usePermissions();
  const [edited, setEdited] = useState<EditedRamp | null>(null);
  const [assigning, setAssigning] = useState(false);
  const mayEdit = permissions.has("metrics.manage");
  const mayAssign = permissions.has("people.manage");
  const query = useQuery({ queryKey: ["goals", "ramps"], queryFn: ({ signal }) => call(listRamps, { signal }) });
  const release = useLifeAct((member: string) =>
    call(assignRamp, { body: { members: [member], assignment: { kind: "byRole" } } }),
  );
  return (
    <Region query={query}>
      {({ ramps, people }) => (
        <>
          <div className="life-controls">
            <span className="life-note grow">{t("life.ramp.hint")}</span>
            {mayAssign && ramps.length > 0 && (
              <Button onClick={() => setAssigning(true)}>{t("life.ramp.assign")}</Button>
            )}
            {mayEdit && (
              <Button type="primary" onClick={() => setEdited({ key: null, body: null })}>
                {t("life.ramp.new")}
              </Button>
            )}
          </div>
          {ramps.length === 0 ? (
            <Empty description={t("life.ramp.none")} />
          ) : (
            <ScrollTable
              label={t("life.ramp.curves")}
              heads={["ramp", "steps", "cutOff", "act"].map((key) => ({ key, label: t(`life.ramp.head.${key}`) }))}
            >
              {ramps.map(({ key, body }) => (
                <tr key={key}>
                  <td>{localText(body.label, locale)}</td>
                  <td>{body.steps.map((step) => formatPercent(decimal(step))).join(" / ")}</td>
                  <td>{t("life.ramp.cutOffDay", { day: body.cutOffDay })}</td>
                  <td>
                    {mayEdit && (
                      <Button size="small" onClick={() => setEdited({ key, body })}>
                        {t("life.edit")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </ScrollTable>
          )}
          {people.length > 0 && (
            <>
              <h2 className="life-section">{t("life.ramp.people")}</h2>
              <ScrollTable
                label={t("life.ramp.people")}
                heads={["who", "ramp", "start", "now", "ends", "act"].map((key) => ({
                  key,
                  label: t(`life.ramp.head.${key}`),
                }))}
              >
                {people.map((person) => (
                  <tr key={`${person.member.id}${person.ramp}`}>
                    <td>{person.member.name}</td>
                    <td>
                      {person.ramp === null ? t("life.ramp.off") : rampName(person.ramp)}
                      <div className="life-note">{t(`life.ramp.source.${person.source}`)}</div>
                    </td>
                    <td>{person.start}</td>
                    <td>
                      {person.ramp !== null &&
                        t("life.ramp.now", { tenure: person.tenure, share: formatPercent(decimal(person.share)) })}
                    </td>
                    <td>{person.ends ?? ""}</td>
                    <td>
                      {mayAssign && person.source === "person" && (
                        <Button size="small" onClick={() => release.mutate(person.member.id)}>
                          {t("life.ramp.release")}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </ScrollTable>
            </>
          )}
          {edited && <RampDialog edited={edited} onClose={() => setEdited(null)} />}
          {assigning && <AssignRampDialog ramps={ramps} onClose={() => setAssigning(false)} />}
        </>
      )}
    </Region>
  );

  function rampName(key: string): string {
    const found = query.data?.ramps.find((ramp) => ramp.key === key);
    return found ? localText(found.body.label, locale) : key;
  }
}
