import { periodOf } from "@dabiao/core/calendar/period.ts";
import { previewMetricContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiRefusal, call } from "../api/call.ts";
import { useErrorWords } from "../build/definition/issue-words.ts";
import { MemberPicker } from "../fields/MemberPicker.tsx";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { useSession } from "../people/session.ts";
import { RegionFault, RegionLoading } from "../shell/RegionState.tsx";
import { EntryWords } from "./EntryWords.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { useMetrics } from "./use-metrics.ts";
import { membersQuery } from "./use-names.ts";

interface MetricPreviewProps {
  readonly metric: string;
  readonly body: MetricBody;
}

const PEOPLE = 3;

/** 试算: the draft on live data for three people, with the records that would count. */
export function MetricPreview({ metric, body }: MetricPreviewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useErrorWords();
  const metrics = useMetrics();
  const people = useQuery(membersQuery).data ?? [];
  const me = useSession().member.id;
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [period, setPeriod] = useState(() => periodOf(metrics.today, "year", metrics.calendar).key);
  const members =
    picked ??
    people
      .filter(({ state }) => state !== "left")
      // Whoever designs metrics seldom sells.
      .toSorted((a, b) => Number(a.id === me) - Number(b.id === me))
      .slice(0, PEOPLE)
      .map(({ id }) => id);
  const draft = useDeferredValue(body);
  const preview = useQuery({
    queryKey: ["metrics", "preview", metric, draft, members, period],
    queryFn: ({ signal }) =>
      call(previewMetricContract, { body: { key: metric, body: draft, members: [...members], period }, signal }),
    enabled: members.length > 0,
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const isRefused = preview.error instanceof ApiRefusal;
  return (
    <aside className="card designer-preview" aria-label={t("designer.preview")}>
      <h2>{t("designer.preview")}</h2>
      <div className="design-row">
        <PeriodPicker value={period} calendar={metrics.calendar} today={metrics.today} onChange={setPeriod} />
        <MemberPicker
          many
          value={[...members]}
          names={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
          label={t("designer.people")}
          select={{ className: "designer-people" }}
          onChange={(ids) => setPicked(Array.isArray(ids) ? ids.slice(0, 10) : [])}
        />
      </div>
      {preview.isPending && members.length > 0 && <RegionLoading rows={4} />}
      {preview.error &&
        (isRefused ? (
          <Alert type="warning" title={t("designer.preview.not")} description={words(preview.error)} />
        ) : (
          <RegionFault error={preview.error} retry={() => void preview.refetch()} />
        ))}
      {preview.data?.people.map(({ memberId, value, records }) => (
        <section key={memberId} className="preview-person">
          <h3>
            {nameOf(memberId)} <span className="preview-value">{tableFigure(value, body.unit)}</span>
          </h3>
          {records.map(({ metric: part, drill }) => {
            const info = metrics.metric(part);
            return (
              <details key={part}>
                <summary>
                  {t("designer.records", {
                    metric: info ? localText(info.label, locale) : localText(body.label, locale),
                    count: drill.next === null ? drill.items.length : `${drill.items.length}+`,
                  })}
                </summary>
                <ul>
                  {drill.items.map(({ id, title, day, value: figure, entry }) => (
                    <li key={id}>
                      {entry ? (
                        <EntryWords entry={entry} />
                      ) : (
                        <PathLink to={`/o/${drill.object}/${id}`}>{title ?? id}</PathLink>
                      )}{" "}
                      <span className="muted">{[day, figure].filter(Boolean).join(" · ")}</span>
                    </li>
                  ))}
                </ul>
              </details>
            );
          })}
        </section>
      ))}
    </aside>
  );
}
