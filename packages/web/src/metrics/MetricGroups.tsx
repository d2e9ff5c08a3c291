import { localText } from "@dabiao/core/platform/text.ts";
import { Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import type { LibraryGroup } from "./library-groups.ts";
import { type MetricInfo, useMetrics } from "./use-metrics.ts";

interface MetricGroupsProps {
  readonly groups: readonly LibraryGroup<MetricInfo>[];
  readonly canManage: boolean;
}

/** The metrics KPIs stand on, by group. */
export function MetricGroups({ groups, canManage }: MetricGroupsProps) {
  const { t } = useTranslation();
  if (groups.length === 0) return <Empty description={t("library.noMatch")} />;
  return groups.map(({ group, items }) => (
    <section key={group}>
      <h2 className="library-group">
        {t(`library.group.${group}`, { defaultValue: group || t("library.group.none") })}
      </h2>
      <div className="library">
        {items.map((metric) => (
          <Card key={metric.key} metric={metric} canManage={canManage} />
        ))}
      </div>
    </section>
  ));
}

interface CardProps {
  readonly metric: MetricInfo;
  readonly canManage: boolean;
}

function Card({ metric, canManage }: CardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kpis, objects } = useMetrics();
  const used = kpis.filter((kpi) => kpi.metric.key === metric.key);
  const from = metric.objects.flatMap((key) => objects.find((object) => object.key === key) ?? []);
  const label = localText(metric.label, locale);
  const facts = [
    t(`library.kind.${metric.kind}`),
    t(`library.unit.${metric.unit.kind}`),
    from.map((object) => localText(object.label, locale)).join(t("library.and")),
  ];
  return (
    <article className="card library-card">
      <h3>{canManage ? <PathLink to={`/kpi/lib/${metric.key}`}>{label}</PathLink> : label}</h3>
      {metric.description && <p className="muted">{localText(metric.description, locale)}</p>}
      <p className="muted">{facts.filter((part) => part !== "").join(" · ")}</p>
      <p className="library-tags">
        {used.map((kpi) => (
          <PathLink key={kpi.key} to={`/kpi/lib?kpi=${kpi.key}`}>
            <Tag color="blue">{t("library.kpi", { kpi: localText(kpi.label, locale) })}</Tag>
          </PathLink>
        ))}
      </p>
    </article>
  );
}
