import type { LibraryKpi } from "@dabiao/core/metrics/library-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure, tileFigure } from "../kit/figures.ts";
import type { LibraryGroup } from "./library-groups.ts";
import { type Figures, useFigures } from "./use-figures.ts";
import { useMetrics } from "./use-metrics.ts";
import { useRuleSummary } from "./use-rule-summary.ts";

interface KpiGroupsProps {
  readonly groups: readonly LibraryGroup<LibraryKpi>[];
  readonly onOpen: (key: string) => void;
}

/** KPIs by group, each with its figure of this month. */
export function KpiGroups({ groups, onOpen }: KpiGroupsProps) {
  const { t } = useTranslation();
  const figures = useFigures(groups.flatMap(({ items }) => items.map(({ body }) => body.metric)));
  return groups.map(({ group, items }) => (
    <section key={group}>
      <h2 className="library-group">
        {t(`library.group.${group}`, { defaultValue: group || t("library.group.none") })}{" "}
        <span className="muted">{items.length}</span>
      </h2>
      <div className="library">
        {items.map((kpi) => (
          <KpiCard key={kpi.key} kpi={kpi} figures={figures} onOpen={() => onOpen(kpi.key)} />
        ))}
      </div>
    </section>
  ));
}

interface KpiCardProps {
  readonly kpi: LibraryKpi;
  readonly figures: Figures;
  readonly onOpen: () => void;
}

function KpiCard({ kpi, figures, onOpen }: KpiCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { metric: metricOf } = useMetrics();
  const summary = useRuleSummary();
  const { body, uses, hasTargets } = kpi;
  const metric = metricOf(body.metric);
  const value = figures.get(body.metric);
  const users = uses.length + (hasTargets ? 1 : 0);
  const description = body.description ?? metric?.description;
  return (
    <article className="card library-card">
      <h3 className="library-name">
        <button type="button" className="library-open" onClick={onOpen}>
          {localText(body.label, locale)}
        </button>
        <Tag>{t(`designer.type.${body.type}`)}</Tag>
      </h3>
      {metric && (
        <p className="library-figure">
          {value === undefined ? (
            <span className="muted">{t("library.figure.wait")}</span>
          ) : (
            <strong title={tableFigure(value, metric.unit)}>{tileFigure(value, metric.unit, locale)}</strong>
          )}{" "}
          <span className="muted">{t("library.thisMonth")}</span>
        </p>
      )}
      {description && <p>{localText(description, locale)}</p>}
      <p className="muted">{summary(kpi)}</p>
      <p className="library-tags muted">{users === 0 ? t("library.unused") : t("library.usedBy", { count: users })}</p>
    </article>
  );
}
