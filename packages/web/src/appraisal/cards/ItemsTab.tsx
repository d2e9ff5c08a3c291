import type { ScorecardBody, ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../build/definition/use-draft.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { AddItemMenu } from "./AddItemMenu.tsx";
import { CardLint } from "./CardLint.tsx";
import { evenWeights, itemMoved, itemReplaced } from "./edit-items.ts";
import { ItemPanel } from "./ItemPanel.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { WeightSum } from "./WeightSum.tsx";

/** The lines of a card: what is measured, with which weight, by which rule. */
export function ItemsTab({ draft }: { readonly draft: Draft<ScorecardBody> }) {
  const { t } = useTranslation();
  const { body, change, issues } = draft;
  const metrics = useMetrics();
  const [chosen, setChosen] = useState(0);
  const item = body.items[chosen] ?? body.items[0];
  const index = item ? body.items.indexOf(item) : -1;
  const keep = (items: ScorecardItem[]) => change({ ...body, items });
  return (
    <div className="card-designer">
      <section className="card-lines" aria-label={t("cards.items")}>
        <ItemRows
          items={body.items}
          dimensions={body.scoring.dimensions}
          chosen={index}
          issues={issues}
          metrics={metrics}
          onChoose={setChosen}
          onWeight={(at, weight) => keep(itemReplaced(body.items, at, { weight }))}
          onMove={(at, by) => {
            keep(itemMoved(body.items, at, by));
            setChosen(at + by);
          }}
        />
        <WeightSum body={body} />
        <div className="design-row">
          <AddItemMenu
            items={body.items}
            metrics={metrics}
            onAdd={(added) => {
              keep([...body.items, added]);
              setChosen(body.items.length);
            }}
          />
          <Button onClick={() => keep(evenWeights(body))}>{t("cards.even")}</Button>
        </div>
        <CardLint body={body} issues={issues} metrics={metrics} />
      </section>
      {item && (
        <ItemPanel
          key={`${index} ${item.key}`}
          item={item}
          index={index}
          body={body}
          issues={issues}
          metrics={metrics}
          onChange={(next) => keep(body.items.map((each, place) => (place === index ? next : each)))}
          onRemove={() => {
            keep(body.items.filter((_, place) => place !== index));
            setChosen(Math.max(0, index - 1));
          }}
        />
      )}
    </div>
  );
}
