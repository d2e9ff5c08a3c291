import type { ManualProvenance } from "@dabiao/core/metrics/explain.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { usePeopleNames } from "./use-names.ts";
import "./entry/entry-messages.ts";

/** Where a figure entered by hand comes from: who entered and who confirmed it, when, and on what evidence. */
export function EntryWords({ entry }: { readonly entry: ManualProvenance }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  const person = (id: string | null) => (id === null ? "" : (nameOf(id) ?? ""));
  const decided =
    entry.decidedAt === null
      ? t("entry.state.entered")
      : t(`entry.by.${entry.state}`, { name: person(entry.decidedBy), at: stamp.format(new Date(entry.decidedAt)) });
  const entered = t("entry.by.entered", { name: person(entry.enteredBy), at: stamp.format(new Date(entry.enteredAt)) });
  return (
    <span>
      {[entry.period, entered, decided].join(" · ")}
      {(entry.evidence || entry.note) && (
        <span className="muted entry-beside">{[entry.evidence, entry.note].filter(Boolean).join(" · ")}</span>
      )}
    </span>
  );
}
