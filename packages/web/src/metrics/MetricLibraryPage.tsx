import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { definitionsQuery } from "../build/definition/definition-query.ts";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { usePermissions } from "../people/session.ts";
import { useGo } from "../shell/use-go.ts";
import { libraryGroups } from "./library-groups.ts";
import { NewMetricDialog } from "./NewMetricDialog.tsx";
import { type MetricInfo, useMetrics } from "./use-metrics.ts";
import "./library-messages.ts";
import "./messages.ts";
import "./library.css";

/** 指标库: every metric once, by group, with the KPIs that stand on it. */
export function MetricLibraryPage() {
  const { t } = useTranslation();
  const go = useGo();
  const metrics = useMetrics();
  const canManage = usePermissions().has("metrics.manage");
  const [words, setWords] = useState("");
  const [making, setMaking] = useState<"metric" | "kpi" | null>(null);
  const drafts = useQuery({ ...definitionsQuery("metric"), enabled: canManage }).data?.items ?? [];
  const unpublished = drafts.filter(({ published }) => published === null);
  const drafted = new Set(drafts.filter(({ hasDraft }) => hasDraft).map(({ key }) => key));
  const groups = libraryGroups(metrics, words);
  return (
    <>
      <PageHead
        title={t("library.title")}
        beside={
          <span className="muted">
            {t("library.count", { metrics: metrics.metrics.length, kpis: metrics.kpis.length })}
          </span>
        }
        actions={
          canManage && (
            <>
              <Button onClick={() => setMaking("kpi")}>{t("library.newKpi")}</Button>
              <Button type="primary" onClick={() => setMaking("metric")}>
                {t("library.new")}
              </Button>
            </>
          )
        }
      />
      <Input.Search
        className="library-search"
        allowClear
        placeholder={t("library.search")}
        aria-label={t("library.search")}
        onChange={({ target }) => setWords(target.value)}
      />
      {unpublished.length > 0 && (
        <section>
          <h2 className="library-group">{t("library.drafts")}</h2>
          <div className="library">
            {unpublished.map(({ key, label }) => (
              <article key={key} className="card library-card">
                <PathLink to={`/kpi/lib/${key}`}>{label}</PathLink>
                <Tag>{t("library.draft")}</Tag>
              </article>
            ))}
          </div>
        </section>
      )}
      {groups.map(({ group, items }) => (
        <section key={group}>
          <h2 className="library-group">
            {t(`library.group.${group}`, { defaultValue: group || t("library.group.none") })}
          </h2>
          <div className="library">
            {items.map((metric) => (
              <Card key={metric.key} metric={metric} canManage={canManage} hasDraft={drafted.has(metric.key)} />
            ))}
          </div>
        </section>
      ))}
      {groups.length === 0 && unpublished.length === 0 && (
        <Empty description={t(words ? "library.noMatch" : "library.empty")}>
          {!words && <Button onClick={() => go("/start")}>{t("library.start")}</Button>}
        </Empty>
      )}
      {making && <NewMetricDialog kind={making} metrics={metrics} onClose={() => setMaking(null)} />}
    </>
  );
}

interface CardProps {
  readonly metric: MetricInfo;
  readonly canManage: boolean;
  readonly hasDraft: boolean;
}

function Card({ metric, canManage, hasDraft }: CardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kpis, objects } = useMetrics();
  const used = kpis.filter((kpi) => kpi.metric.key === metric.key);
  const from = metric.objects.flatMap((key) => objects.find((object) => object.key === key) ?? []);
  const label = localText(metric.label, locale);
  return (
    <article className="card library-card">
      <h3>{canManage ? <PathLink to={`/kpi/lib/${metric.key}`}>{label}</PathLink> : label}</h3>
      {metric.description && <p className="muted">{localText(metric.description, locale)}</p>}
      <p className="muted">
        {[
          t(`library.kind.${metric.kind}`),
          t(`library.unit.${metric.unit.kind}`),
          from.map((object) => localText(object.label, locale)).join("、"),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <p className="library-tags">
        {hasDraft && <Tag>{t("library.draft")}</Tag>}
        {used.map((kpi) =>
          canManage ? (
            <PathLink key={kpi.key} to={`/kpi/lib/${kpi.key}?kind=kpi`}>
              <Tag color="blue">{t("library.kpi", { kpi: localText(kpi.label, locale) })}</Tag>
            </PathLink>
          ) : (
            <Tag key={kpi.key}>{t("library.kpi", { kpi: localText(kpi.label, locale) })}</Tag>
          ),
        )}
      </p>
    </article>
  );
}
