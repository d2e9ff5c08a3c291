import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UnitSelect } from "../../kpi/UnitSelect.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { sheetsQuery } from "../queries.ts";
import { SheetRows } from "./SheetRows.tsx";
import "../../kpi/messages.ts";

/** Everybody's sheet: who is where and how they stand; a name opens the sheet to rate it. */
export function SheetsTab({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<string>();
  const [order, setOrder] = useState<"name" | "total">("name");
  const sheets = useInfiniteQuery(sheetsQuery({ cycle: cycleId, order, ...(unit === undefined ? {} : { unit }) }));
  return (
    <>
      <div className="design-row cycle-controls">
        <UnitSelect value={unit} onChange={setUnit} />
        <Segmented
          value={order}
          options={(["name", "total"] as const).map((value) => ({ value, label: t(`cycle.order.${value}`) }))}
          onChange={setOrder}
        />
      </div>
      <Region query={sheets} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <Empty description={t("cycle.noSheets")} />
          ) : (
            <>
              <SheetRows sheets={rows} />
              {sheets.hasNextPage && (
                <Button loading={sheets.isFetchingNextPage} onClick={() => void sheets.fetchNextPage()}>
                  {t("cycle.more")}
                </Button>
              )}
            </>
          );
        }}
      </Region>
    </>
  );
}
