import { FilterOutlined, MoreOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { exportRecordsContract } from "@dabiao/core/records/contract.ts";
import { Badge, Button, Drawer, Dropdown, type MenuProps, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../api/address.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePermissions } from "../people/session.ts";
import { useIsPhone } from "../shell/media.ts";
import { useGo } from "../shell/use-go.ts";
import type { Density } from "../theme/tokens.ts";
import { ColumnsMenu } from "./ColumnsMenu.tsx";
import type { ObjectDefinition } from "./definition.ts";
import { useDensity } from "./density.ts";
import { FilterBar } from "./filter/FilterBar.tsx";
import { partsOf } from "./filter/filter-tree.ts";
import type { ListQuery } from "./list-query.ts";
import { SearchBox } from "./SearchBox.tsx";
import { SortMenu } from "./SortMenu.tsx";
import type { ListState } from "./use-list.ts";

interface ListToolsProps {
  readonly definition: ObjectDefinition;
  readonly list: ListState;
  readonly query: ListQuery;
}

const DENSITIES: readonly Density[] = ["relaxed", "standard", "compact"];

/** Search, filter, order, columns and layout of a list; on a phone the filter waits in a drawer. */
export function ListTools({ definition, list, query }: ListToolsProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [open, setOpen] = useState(false);
  const { settings } = list;
  const filter = (
    <FilterBar definition={definition} filter={settings.filter} onChange={(next) => list.set({ filter: next })} />
  );
  const sort = <SortMenu definition={definition} sort={settings.sort} onChange={(next) => list.set({ sort: next })} />;
  if (isPhone) {
    return (
      <div className="list-tools">
        <SearchBox value={list.search} onChange={list.setSearch} />
        <Badge count={partsOf(settings.filter).parts.length} size="small">
          <Button size="large" icon={<FilterOutlined />} aria-label={t("filter.title")} onClick={() => setOpen(true)} />
        </Badge>
        <MoreMenu definition={definition} list={list} query={query} />
        <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="70%" title={t("filter.title")}>
          {filter}
          <p>{sort}</p>
        </Drawer>
      </div>
    );
  }
  return (
    <div className="list-tools">
      <SearchBox value={list.search} onChange={list.setSearch} />
      {filter}
      <span className="grow" />
      <TypeChoice definition={definition} list={list} />
      {settings.type === "grid" && sort}
      {settings.type === "grid" && (
        <ColumnsMenu definition={definition} columns={settings.columns} onChange={(columns) => list.set({ columns })} />
      )}
      <MoreMenu definition={definition} list={list} query={query} />
    </div>
  );
}

function TypeChoice({ definition, list }: Omit<ListToolsProps, "query">) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings } = list;
  const groups = definition.fields.filter(({ type }) => type === "select");
  const dates = definition.fields.filter(({ family, system }) => family === "date" && !system);
  const types = [
    "grid" as const,
    ...(groups.length > 0 ? (["kanban"] as const) : []),
    ...(dates.length > 0 ? (["calendar"] as const) : []),
  ];
  const { stage, dateField } = definition.body;
  function choose(type: (typeof types)[number]) {
    const group = settings.group ?? (stage ? [stage.field] : groups[0] && [groups[0].key]);
    const date = settings.date ?? (dateField ? [dateField] : dates[0] && [dates[0].key]);
    list.set({
      type,
      ...(type === "kanban" && group ? { group } : {}),
      ...(type === "calendar" && date ? { date } : {}),
    });
  }
  const fields = settings.type === "kanban" ? groups : settings.type === "calendar" ? dates : [];
  const chosen = settings.type === "kanban" ? settings.group : settings.date;
  return (
    <>
      {fields.length > 1 && (
        <Select
          size="small"
          value={chosen?.[0] ?? null}
          options={fields.map((field) => ({ value: field.key, label: localText(field.label, locale) }))}
          aria-label={t(settings.type === "kanban" ? "list.group" : "list.date")}
          onChange={(key: string) => list.set(settings.type === "kanban" ? { group: [key] } : { date: [key] })}
        />
      )}
      {types.length > 1 && (
        <Segmented
          size="small"
          value={settings.type}
          aria-label={t("list.type")}
          options={types.map((type) => ({ value: type, label: t(`list.type.${type}`) }))}
          onChange={choose}
        />
      )}
    </>
  );
}

function MoreMenu({ definition, list, query }: ListToolsProps) {
  const { t } = useTranslation();
  const go = useGo();
  const permissions = usePermissions();
  const [density, setDensity] = useDensity();
  const isPhone = useIsPhone();
  const { deleted: _deleted, ...exported } = query;
  const address = addressOf(exportRecordsContract, {
    params: { object: definition.key },
    query: { q: JSON.stringify(exported) },
  });
  const items: MenuProps["items"] = [
    ...(isPhone
      ? []
      : [
          {
            key: "density",
            label: t("list.density"),
            children: DENSITIES.map((each) => ({
              key: each,
              label: `${each === density ? "✓ " : ""}${t(`list.density.${each}`)}`,
              onClick: () => setDensity(each),
            })),
          },
        ]),
    ...(permissions.has("import")
      ? [{ key: "import", label: t("list.import"), onClick: () => go(`/build/import?object=${definition.key}`) }]
      : []),
    ...(permissions.has("export")
      ? [{ key: "export", label: t("list.export"), onClick: () => location.assign(address) }]
      : []),
    { key: "bin", label: t(list.isBin ? "list.bin.close" : "list.bin"), onClick: () => list.openBin(!list.isBin) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button size={isPhone ? "large" : "small"} icon={<MoreOutlined />} aria-label={t("list.more")} />
    </Dropdown>
  );
}
