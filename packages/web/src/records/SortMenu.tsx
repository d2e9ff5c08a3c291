import { SortAscendingOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Sort } from "@dabiao/core/records/filter.ts";
import { Button, Popover, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { fieldOf, type ObjectDefinition } from "./definition.ts";

interface SortMenuProps {
  readonly definition: ObjectDefinition;
  readonly sort: readonly Sort[];
  onChange(sort: Sort[]): void;
}

const UNSORTABLE = new Set(["none", "json", "options", "references"]);
const PLACES = [0, 1, 2] as const;

/** Up to three fields to sort by, each up or down. */
export function SortMenu({ definition, sort, onChange }: SortMenuProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [first] = sort;
  const field = first && fieldOf(definition, first.field[0] ?? "");
  const label = field ? `${localText(field.label, locale)} ${first?.descending ? "↓" : "↑"}` : t("list.sort");
  const options = definition.fields
    .filter(({ family, key }) => !UNSORTABLE.has(family) && key !== "id" && key !== "deleted_at")
    .map((each) => ({ value: each.key, label: localText(each.label, locale) }));

  function put(place: number, next: Sort | null) {
    onChange(PLACES.flatMap((at) => (at === place ? (next ?? []) : (sort[at] ?? []))));
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="condition-editor">
          {PLACES.slice(0, sort.length + 1).map((place) => {
            const current = sort[place];
            return (
              <div key={place} className="condition-two">
                <Select
                  value={current?.field.join(".") ?? null}
                  options={options}
                  allowClear
                  showSearch={{ optionFilterProp: "label" }}
                  placeholder={t("list.sort.none")}
                  aria-label={t("list.sort")}
                  onChange={(key: string | null | undefined) =>
                    put(place, key ? { field: [key], descending: current?.descending ?? false } : null)
                  }
                />
                <Select
                  value={current?.descending ? "down" : "up"}
                  disabled={!current}
                  options={[
                    { value: "up", label: t("list.ascending") },
                    { value: "down", label: t("list.descending") },
                  ]}
                  aria-label={t("list.sort")}
                  onChange={(way) => current && put(place, { ...current, descending: way === "down" })}
                />
              </div>
            );
          })}
        </div>
      }
    >
      <Button size="small" icon={<SortAscendingOutlined />}>
        {label}
      </Button>
    </Popover>
  );
}
