import { rateSheet } from "@dabiao/core/appraisal/act-contract.ts";
import type { RatingGiven, Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { useAct } from "../use-act.ts";
import { RatingGivenList } from "./RatingGivenList.tsx";
import { type RatingDraft, RatingLine } from "./RatingLine.tsx";

/** Rating the lines one is asked for; kept on the way, ended by submitting. */
export function RatingPart({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const asSelf = sheet.may.includes("rateSelf");
  const instead = sheet.may.includes("rateInstead");
  const mayRate = asSelf || instead || sheet.may.includes("rate");
  const [given, setGiven] = useState<Readonly<Record<string, RatingDraft>>>({});
  const [comment, setComment] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const kept = useAct(rateSheet, t("rating.kept"), () => setGiven({}));
  const submitted = useAct(rateSheet, t("rating.submitted"), () => setGiven({}));
  const busy = kept.isPending || submitted.isPending;
  const lines = sheet.parts.flatMap((part) =>
    part.lines.flatMap((line) => (line.scale === null ? [] : [{ part, line, scale: line.scale }])),
  );
  const before = asSelf ? sheet.selfSummary : sheet.comment;

  function send(submit: boolean) {
    const ratings = lines.flatMap(({ part, line }) => {
      const draft = given[`${part.id} ${line.item}`];
      return draft && (draft.option !== undefined || draft.points !== undefined)
        ? [{ partId: part.id, item: line.item, ...draft }]
        : [];
    });
    const words = { ...(comment === null ? {} : { comment }), ...(instead ? { reason: reason.trim() } : {}) };
    (submit ? submitted : kept).mutate({ params: { sheetId: sheet.id }, body: { ratings, submit, ...words } });
  }

  return (
    <section aria-label={t("rating.title")}>
      {mayRate && (
        <div className="card sheet-form no-print">
          <h2 className="cycles-head">{t(asSelf ? "rating.self" : "rating.title")}</h2>
          {lines.map(({ part, line, scale }) => {
            const key = `${part.id} ${line.item}`;
            const mine = sheet.ratings.find(
              (each) =>
                each.mine && each.partId === part.id && each.item === line.item && (each.role === "self") === asSelf,
            );
            return (
              <RatingLine
                key={key}
                label={localText(line.label, locale)}
                scale={scale}
                value={given[key] ?? draftOf(mine)}
                onChange={(draft) => setGiven({ ...given, [key]: draft })}
              />
            );
          })}
          <DesignField label={t(asSelf ? "rating.summary" : "rating.comment")}>
            <Input.TextArea
              rows={4}
              maxLength={4000}
              value={comment ?? before ?? ""}
              aria-label={t(asSelf ? "rating.summary" : "rating.comment")}
              onChange={({ target }) => setComment(target.value)}
            />
          </DesignField>
          {instead && (
            <DesignField label={t("rating.instead")} hint={t("rating.instead.hint")}>
              <Input.TextArea
                rows={2}
                maxLength={500}
                value={reason}
                aria-label={t("rating.instead")}
                onChange={({ target }) => setReason(target.value)}
              />
            </DesignField>
          )}
          <span className="sheet-buttons">
            <Button size="large" loading={busy} disabled={instead && reason.trim() === ""} onClick={() => send(false)}>
              {t("rating.keep")}
            </Button>
            <Button
              size="large"
              type="primary"
              loading={busy}
              disabled={instead && reason.trim() === ""}
              onClick={() => send(true)}
            >
              {t("rating.submit")}
            </Button>
          </span>
        </div>
      )}
      <RatingGivenList sheet={sheet} />
    </section>
  );
}

function draftOf(rating: RatingGiven | undefined): RatingDraft {
  if (!rating) return { comment: "" };
  const { option, points, comment } = rating;
  return option === null ? { points, comment } : { option, comment };
}
