import { MoreOutlined } from "@ant-design/icons";
import type { Unit } from "@dabiao/core/people/unit.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tree } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Region } from "../../shell/RegionState.tsx";
import { MoveUnitDialog } from "./MoveUnitDialog.tsx";
import { unitsQuery } from "./queries.ts";
import { UnitDialog } from "./UnitDialog.tsx";
import { useArchiveUnit } from "./use-archive-unit.ts";

interface UnitTreeProps {
  readonly chosen: string | null;
  onChoose(unit: string | null): void;
}

interface UnitNode {
  readonly key: string;
  readonly title: string;
  readonly children: UnitNode[];
}

/** The tree of units; what can be done with the chosen one stands above it. */
export function UnitTree({ chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const [open, setOpen] = useState<"add" | "edit" | "move" | null>(null);
  const archive = useArchiveUnit();
  const live = (units.data?.items ?? []).filter(({ archived }) => !archived);
  const unit = live.find(({ id }) => id === chosen) ?? live[0];
  return (
    <section className="card unit-tree" aria-label={t("units.title")}>
      <div className="unit-head">
        <h2>{t("units.title")}</h2>
        {unit && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: [
                { key: "add", label: t("units.add") },
                { key: "edit", label: t("units.edit") },
                { key: "move", label: t("units.move"), disabled: unit.parentId === null },
                { key: "archive", label: t("units.archive"), danger: true, disabled: unit.parentId === null },
              ],
              onClick: ({ key }) => {
                if (key === "archive") archive(unit);
                else setOpen(key as "add" | "edit" | "move");
              },
            }}
          >
            <Button icon={<MoreOutlined />} aria-label={t("units.more", { name: unit.name })}>
              {unit.name}
            </Button>
          </Dropdown>
        )}
      </div>
      <Region query={units}>
        {() => (
          <Tree<UnitNode>
            blockNode
            defaultExpandAll={live.length < 60}
            defaultExpandedKeys={live.slice(0, 1).map(({ id }) => id)}
            treeData={treeOf(live, null)}
            selectedKeys={chosen ? [chosen] : []}
            onSelect={(keys) => onChoose(keys.length > 0 ? String(keys[0]) : null)}
            height={560}
          />
        )}
      </Region>
      {unit && open === "move" && <MoveUnitDialog unit={unit} units={live} onClose={() => setOpen(null)} />}
      {unit && (open === "add" || open === "edit") && (
        <UnitDialog unit={unit} mode={open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function treeOf(units: readonly Unit[], parent: string | null): UnitNode[] {
  return units
    .filter(({ parentId }) => parentId === parent)
    .map((unit) => ({ key: unit.id, title: titleOf(unit), children: treeOf(units, unit.id) }));
}

function titleOf({ name, leader, members }: Unit): string {
  return [name, leader?.name, members > 0 ? String(members) : null].filter(Boolean).join(" · ");
}
