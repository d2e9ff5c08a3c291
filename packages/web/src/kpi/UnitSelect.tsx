import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { unitsQuery } from "../metrics/use-names.ts";

interface UnitSelectProps {
  readonly value: string | undefined;
  readonly onChange: (unit: string | undefined) => void;
}

/** Which part of the company; all that one may see when left empty. */
export function UnitSelect({ value, onChange }: UnitSelectProps) {
  const { t } = useTranslation();
  const units = (useQuery(unitsQuery).data?.items ?? []).filter(({ archived }) => !archived);
  const nodes = units.map(({ id, parentId, name }) => ({ id, pId: parentId ?? 0, value: id, title: name }));
  return (
    <TreeSelect
      value={value ?? null}
      treeData={nodes}
      treeDataSimpleMode
      treeDefaultExpandedKeys={units.filter(({ parentId }) => parentId === null).map(({ id }) => id)}
      allowClear
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      placeholder={t("kpi.everything")}
      aria-label={t("kpi.unit")}
      style={{ minWidth: 140 }}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  );
}
