import { previewCard } from "@dabiao/core/appraisal/contract.ts";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { periodOf } from "@dabiao/core/calendar/period.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal, call } from "../../api/call.ts";
import { useErrorWords } from "../../build/definition/issue-words.ts";
import type { Draft } from "../../build/definition/use-draft.ts";
import { MemberPicker } from "../../fields/MemberPicker.tsx";
import { DesignField } from "../../metrics/DesignField.tsx";
import { PeriodPicker } from "../../metrics/PeriodPicker.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { membersQuery } from "../../metrics/use-names.ts";
import { RegionFault, RegionLoading } from "../../shell/RegionState.tsx";
import { LiveScoreView } from "../me/LiveScoreView.tsx";
import { APPRAISAL } from "../queries.ts";
import { usePreviewPeople } from "./use-preview-people.ts";

const MOST = 10;

/** 试算: the draft on live figures of three people. */
export function CardPreviewTab({ draft }: { readonly draft: Draft<ScorecardBody> }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const metrics = useMetrics();
  const people = (useQuery(membersQuery).data ?? []).filter(({ state }) => state !== "left");
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [period, setPeriod] = useState<string | null>(null);
  const body = useDeferredValue(draft.body);
  const usual = usePreviewPeople(body);
  const members = (picked ?? usual).slice(0, MOST);
  const shown = period ?? periodOf(metrics.today, body.grain, metrics.calendar).key;
  const preview = useQuery({
    queryKey: [...APPRAISAL, "preview", draft.key, body, members, shown],
    queryFn: ({ signal }) =>
      call(previewCard, { body: { key: draft.key, body, members: [...members], period: shown }, signal }),
    enabled: members.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isRefused = preview.error instanceof ApiRefusal;
  return (
    <div className="card-preview">
      <div className="design-row">
        <DesignField label={t("designer.people")}>
          <MemberPicker
            many
            value={[...members]}
            names={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
            label={t("designer.people")}
            select={{ className: "preview-people" }}
            onChange={(next) => setPicked(Array.isArray(next) ? next : [])}
          />
        </DesignField>
        <DesignField label={t("cards.preview.period")}>
          <PeriodPicker
            value={shown}
            calendar={metrics.calendar}
            today={metrics.today}
            grains={[body.grain]}
            onChange={setPeriod}
          />
        </DesignField>
      </div>
      {isRefused && (
        <Alert type="warning" showIcon title={t("designer.preview.not")} description={words(preview.error)} />
      )}
      {preview.error && !isRefused && <RegionFault error={preview.error} />}
      {preview.isPending && members.length > 0 && <RegionLoading />}
      {!preview.error &&
        preview.data?.people.map((person) => (
          <section key={person.memberId} className="card preview-person" aria-label={person.name}>
            <h3>
              <span>{person.name}</span>
              <span className="muted">{person.unit}</span>
            </h3>
            {person.scores.map((score) => (
              <LiveScoreView key={`${score.card}${score.period}`} score={score} memberId={person.memberId} />
            ))}
          </section>
        ))}
    </div>
  );
}
