import {
  decideManualFigures,
  enterManualFigures,
  getManualSheet,
  type ManualSheet,
} from "@dabiao/core/metrics/manual-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { Region } from "../../shell/RegionState.tsx";
import { periodName } from "../period-name.ts";
import { useMetrics } from "../use-metrics.ts";
import { EntryRows } from "./EntryRows.tsx";
import { HistoryDrawer } from "./HistoryDrawer.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { isNumber, useEntryEdits } from "./use-entry-edits.ts";

interface EntrySheetProps {
  readonly metric: string;
  readonly period: string;
}

/** The figures of a metric and period: to be entered, confirmed or returned. */
export function EntrySheet({ metric, period }: EntrySheetProps) {
  const sheet = useQuery({
    queryKey: ["manual", "sheet", metric, period],
    queryFn: ({ signal }) => call(getManualSheet, { query: { metric, period }, signal }),
  });
  return <Region query={sheet}>{(data) => <Sheet sheet={data} />}</Region>;
}

function Sheet({ sheet }: { readonly sheet: ManualSheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { metric, period, rows } = sheet;
  const edits = useEntryEdits(rows);
  const [returning, setReturning] = useState<readonly string[] | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const renew = async () => {
    await client.invalidateQueries({ queryKey: ["manual"] });
    await client.invalidateQueries({ queryKey: ["kpi"] });
  };
  const enter = useMutation({
    mutationFn: () => call(enterManualFigures, { body: { metric, period, entries: [...edits.changed] } }),
    onSuccess: async ({ entered }) => {
      void message.success(t("entry.saved", { count: entered }));
      edits.clear();
      await renew();
    },
  });
  const decide = useMutation({
    mutationFn: (decision: { ids: readonly string[]; decision: "confirm" | "return"; reason: string }) =>
      call(decideManualFigures, { body: { ...decision, ids: [...decision.ids] } }),
    onSuccess: async ({ decided }, { decision }) => {
      void message.success(t(decision === "confirm" ? "entry.confirmed" : "entry.returnedDone", { count: decided }));
      setReturning(null);
      await renew();
    },
  });
  const confirmable = rows.flatMap(({ waiting, mayConfirm }) => (waiting && mayConfirm ? [waiting.id] : []));
  const isBroken = edits.changed.some(({ value }) => value !== null && !isNumber(value));
  const mayEnter = rows.some((row) => row.mayEnter);
  const confirm = (ids: readonly string[]) => decide.mutate({ ids, decision: "confirm", reason: "" });
  return (
    <section className="entry-sheet" aria-label={localText(sheet.label, locale)}>
      <h2>
        {localText(sheet.label, locale)} <span className="muted">{periodName(period, calendar, locale)}</span>
      </h2>
      <FormFault error={enter.error ?? decide.error} />
      <EntryRows
        sheet={sheet}
        edits={edits}
        fault={enter.error}
        onConfirm={(id) => confirm([id])}
        onReturn={(id) => setReturning([id])}
        onHistory={setAsked}
      />
      <div className="entry-foot">
        {mayEnter && (
          <Button
            type="primary"
            disabled={edits.changed.length === 0 || isBroken}
            loading={enter.isPending}
            onClick={() => enter.mutate()}
          >
            {t("entry.save", { count: edits.changed.length })}
          </Button>
        )}
        {confirmable.length > 0 && (
          <>
            <Button
              type={mayEnter ? "default" : "primary"}
              loading={decide.isPending}
              onClick={() => confirm(confirmable)}
            >
              {t("entry.confirm.all", { count: confirmable.length })}
            </Button>
            <Button onClick={() => setReturning(confirmable)}>{t("entry.return")}</Button>
          </>
        )}
        {mayEnter && <span className="muted entry-hint">{t("entry.paste")}</span>}
      </div>
      {returning && (
        <ReturnDialog
          count={returning.length}
          isPending={decide.isPending}
          onReturn={(reason) => decide.mutate({ ids: returning, decision: "return", reason })}
          onClose={() => setReturning(null)}
        />
      )}
      <HistoryDrawer sheet={sheet} member={asked} onClose={() => setAsked(null)} />
    </section>
  );
}
