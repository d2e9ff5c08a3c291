import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { listRoles } from "@dabiao/core/people/rights-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import type { Draft } from "../../build/definition/use-draft.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { membersQuery, unitsQuery } from "../../metrics/use-names.ts";
import { cardsQuery } from "../queries.ts";

/** Who gets this card: a person named counts before a unit, a unit before a role. */
export function CardForTab({ draft: { key, body, change, issues } }: { readonly draft: Draft<ScorecardBody> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const roles =
    useQuery({ queryKey: ["roles"], queryFn: ({ signal }) => call(listRoles, { signal }) }).data?.items ?? [];
  const units = (useQuery(unitsQuery).data?.items ?? []).filter(({ archived }) => !archived);
  const people = useQuery(membersQuery).data ?? [];
  const today = useQuery(cardsQuery).data?.cards.find((card) => card.key === key);
  const set = (next: Partial<ScorecardBody["for"]>) => change({ ...body, for: { ...body.for, ...next } });
  return (
    <div className="designer-form">
      <p className="muted">{t("cards.for.hint")}</p>
      <DesignField label={t("cards.for.roles")} path={["for", "roles"]} issues={issues}>
        <Select
          mode="multiple"
          value={body.for.roles}
          aria-label={t("cards.for.roles")}
          options={roles.map((role) => ({ value: role.key, label: localText(role.label, locale) }))}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(next: string[]) => set({ roles: next })}
        />
      </DesignField>
      <DesignField label={t("cards.for.units")} path={["for", "units"]} issues={issues}>
        <TreeSelect
          multiple
          value={body.for.units}
          aria-label={t("cards.for.units")}
          treeDataSimpleMode
          treeData={units.map(({ id, parentId, name }) => ({ id, pId: parentId ?? 0, value: id, title: name }))}
          showSearch={{ treeNodeFilterProp: "title" }}
          treeDefaultExpandAll
          onChange={(next: string[]) => set({ units: next })}
        />
      </DesignField>
      <DesignField label={t("cards.for.members")} path={["for", "members"]} issues={issues}>
        <MemberPicker
          many
          value={body.for.members}
          names={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
          label={t("cards.for.members")}
          select={{}}
          onChange={(next) => set({ members: Array.isArray(next) ? next : [] })}
        />
      </DesignField>
      <p>{today ? t("cards.for.today", { count: today.people }) : t("cards.for.unpublished")}</p>
    </div>
  );
}
