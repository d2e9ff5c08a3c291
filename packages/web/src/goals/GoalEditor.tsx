import type { DraftEdit } from "@dabiao/core/goals/goal-draft.ts";
import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { useIsPhone } from "../shell/media.ts";
import { Region } from "../shell/RegionState.tsx";
import { BalanceBar } from "./BalanceBar.tsx";
import { CellBar, type Counter } from "./CellBar.tsx";
import { DraftBar } from "./draft/DraftBar.tsx";
import { FindingList } from "./draft/FindingList.tsx";
import { findingsQuery, useDraft } from "./draft/use-draft.ts";
import { GoalActions } from "./GoalActions.tsx";
import { GoalControls } from "./GoalControls.tsx";
import { GoalDrawer } from "./GoalDrawer.tsx";
import type { GoalsState } from "./goals-state.ts";
import { counterEntry } from "./SetTab.tsx";
import { SplitDialog } from "./split/SplitDialog.tsx";
import { GoalCards } from "./tree/GoalCards.tsx";
import { type GoalPlace, nodeKey } from "./tree/goal-node.ts";
import { LazyGoalGrid } from "./tree/LazyGoalGrid.tsx";
import { useGoalTree } from "./tree/use-goal-tree.ts";
import { spotOf, useGoalWrite } from "./use-goal-write.ts";

interface GoalEditorProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly metrics: Metrics;
  readonly state: GoalsState;
  onChange(change: Partial<Record<keyof GoalsState, unknown>>): void;
}

/** One plan: the tree, what it adds up to, the cell in hand, and the draft in which it is changed. */
export function GoalEditor({ kpi, period, metrics, state, onChange }: GoalEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const { message } = App.useApp();
  const [focus, setFocus] = useState<GoalPlace | null>(null);
  const [splitting, setSplitting] = useState<GoalPlace | null>(null);
  const [counter, setCounter] = useState<Counter>("plan");
  const inHand = useDraft(state.draft, (draft) => onChange({ draft, asOf: undefined }));
  const findings = useQuery(findingsQuery(state.draft));
  const tree = useGoalTree({
    kpi: kpi.key,
    period,
    grain: state.grain,
    dimension: state.by ?? null,
    draft: state.draft ?? null,
    asOf: state.asOf ?? null,
  });
  const write = useGoalWrite(kpi.key, inHand);
  const isDraft = state.draft !== undefined;
  const top = tree.top.data;
  const opened = top && openedPlace(tree.lines, top.columns, state);
  const open = ({ row, column }: GoalPlace) =>
    onChange({ subject: row.subject, slice: row.slice ?? undefined, column: column.period });
  const edit = (edits: DraftEdit[]) => inHand.edit.mutate(edits);

  function setAmount(place: GoalPlace, typed: string) {
    const read = parseNumber(typed);
    if (read.kind !== "number") return void message.error(t("goals.notANumber"));
    const amount = read.value.toFixed();
    if (amount !== place.cell.amount) edit([{ kind: "set", ...spotOf(place), amount, counter: counterEntry(counter) }]);
  }

  return (
    <>
      <PageHead
        title={t("goals.title")}
        actions={
          <GoalActions
            kpi={kpi}
            period={period}
            metrics={metrics}
            mayPlan={[top?.parent, ...(top?.rows ?? [])].some((row) => row?.mayPlan)}
            isDraft={isDraft}
            onEdit={() => inHand.open.mutate({ kpi: kpi.key, period })}
            onAsOf={(asOf) => onChange({ asOf, draft: undefined })}
          />
        }
      />
      <GoalControls metrics={metrics} kpi={kpi.key} period={period} state={state} tree={top} onChange={onChange} />
      {inHand.draft && (
        <DraftBar
          draft={inHand.draft}
          onCheck={() => void findings.refetch()}
          onLeave={() => onChange({ draft: undefined })}
        />
      )}
      {state.draft && <FindingList draftId={state.draft} onMend={edit} />}
      {state.asOf && (
        <Alert
          className="goal-alert"
          type="info"
          title={t("goals.asOf", { at: formatMoment(state.asOf, locale) })}
          action={<Button onClick={() => onChange({ asOf: undefined })}>{t("goals.asOf.now")}</Button>}
        />
      )}
      <Region query={tree.top} rows={10}>
        {({ parent, columns, dimensions, additive }) => (
          <>
            {parent && (
              <BalanceBar
                top={parent}
                period={period}
                {...(isDraft ? { onBalance: (change: DraftEdit) => edit([change]) } : {})}
              />
            )}
            {isPhone ? (
              <GoalCards
                kpi={kpi}
                columns={columns}
                lines={tree.lines}
                onToggle={tree.toggle}
                onMore={tree.more}
                onOpen={open}
              />
            ) : (
              <>
                <LazyGoalGrid
                  kpi={kpi}
                  label={t("goals.title")}
                  columns={columns}
                  lines={tree.lines}
                  editable={isDraft}
                  onToggle={tree.toggle}
                  onMore={tree.more}
                  onFocus={setFocus}
                  onOpen={open}
                  onAmount={setAmount}
                  onFillDown={(place, above) => above.cell.amount !== null && setAmount(place, above.cell.amount)}
                  onBalance={(place) =>
                    isDraft && edit([{ kind: "balance", ...spotOf(place), axis: "people", by: "children" }])
                  }
                />
                <CellBar
                  place={focus && latest(tree.lines, focus)}
                  metrics={metrics}
                  counter={counter}
                  isDraft={isDraft}
                  onCounter={setCounter}
                  onSplit={() => setSplitting(focus && latest(tree.lines, focus))}
                  onOpen={() => focus && open(focus)}
                />
              </>
            )}
            {splitting && (
              <SplitDialog
                kpi={kpi}
                place={splitting}
                metrics={metrics}
                dimensions={dimensions}
                additive={additive}
                write={write}
                isDraft={isDraft}
                onClose={() => setSplitting(null)}
              />
            )}
          </>
        )}
      </Region>
      <GoalDrawer
        kpi={kpi}
        place={opened ?? null}
        metrics={metrics}
        write={write}
        isDraft={isDraft}
        onSplit={setSplitting}
        onClose={() => onChange({ subject: undefined, slice: undefined, column: undefined })}
      />
    </>
  );
}

type Lines = ReturnType<typeof useGoalTree>["lines"];

/** The place as it is read now: what was focused may have changed since. */
function latest(lines: Lines, place: GoalPlace): GoalPlace {
  const line = lines.find(({ key }) => key === nodeKey(place.row));
  const cell = line?.kind === "row" ? line.row.cells[place.index] : undefined;
  return line?.kind === "row" && cell ? { ...place, row: line.row, cell } : place;
}

function openedPlace(lines: Lines, columns: readonly GoalPlace["column"][], state: GoalsState): GoalPlace | null {
  if (!state.subject) return null;
  const key = nodeKey({ subject: state.subject, slice: state.slice ?? null });
  const line = lines.find((each) => each.kind === "row" && each.key === key);
  const index = columns.findIndex(({ period }) => period === state.column);
  const column = columns[index];
  if (line?.kind !== "row" || !column) return null;
  const cell = line.row.cells[index];
  return cell ? { row: line.row, cell, column, index } : null;
}
