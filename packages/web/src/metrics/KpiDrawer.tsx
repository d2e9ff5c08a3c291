import type { LibraryKpi } from "@dabiao/core/metrics/library-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Drawer, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { useIsPhone } from "../shell/media.ts";
import "../build/definition/messages.ts";
import { RuleWords } from "./RuleWords.tsx";
import { useMetrics } from "./use-metrics.ts";
import { useRuleSummary } from "./use-rule-summary.ts";
import { useWhoName } from "./use-who-name.ts";

interface KpiDrawerProps {
  readonly kpi: LibraryKpi | null;
  readonly canManage: boolean;
  readonly onClose: () => void;
}

/** One KPI in words: what it is for, how it is counted, who answers for it and who uses it. */
export function KpiDrawer({ kpi, canManage, onClose }: KpiDrawerProps) {
  const locale = useLocale();
  const isPhone = useIsPhone();
  return (
    <Drawer
      open={kpi !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 520}
      title={kpi ? localText(kpi.body.label, locale) : ""}
      destroyOnHidden
    >
      {kpi && <Kpi kpi={kpi} canManage={canManage} />}
    </Drawer>
  );
}

function Kpi({ kpi, canManage }: { readonly kpi: LibraryKpi; readonly canManage: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const metrics = useMetrics();
  const who = useWhoName();
  const summary = useRuleSummary();
  const { key, body, formula, rules } = kpi;
  const { type, grain, cadence, owner, strategy, help, description, tags = [] } = body;
  const direction = metrics.metric(body.metric)?.direction;
  const facts = [
    [t("designer.type"), t(`designer.type.${type}`)],
    [t("period.grain"), t(`period.${grain}`)],
    [t("designer.direction"), direction ? t(`designer.direction.${direction}`) : ""],
    [t("designer.owner"), owner ? who(owner) : t("designer.owner.none")],
    [t("designer.cadence"), t(cadence ? `designer.cadence.${cadence}` : "designer.cadence.none")],
    [t("designer.target"), t(`designer.target.${body.target?.kind ?? "amount"}`)],
    [t("designer.strategy"), strategy ? localText(strategy, locale) : ""],
  ];
  return (
    <div className="library-kpi">
      {description && !help?.zh.includes(description.zh) && <p>{localText(description, locale)}</p>}
      {help && <p className="library-help">{locale === "en" ? help.en || help.zh : help.zh}</p>}
      {tags.length > 0 && (
        <p>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
      <dl className="library-facts">
        {facts
          .filter(([, words]) => words)
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      <h3>{t("library.rule")}</h3>
      {formula !== null && <p>{summary(kpi)}</p>}
      {rules.map((rule) => (
        <RuleWords key={rule.metric} rule={rule} metrics={metrics} titled={rules.length > 1} />
      ))}
      <h3>{t("designer.usage")}</h3>
      <Uses kpi={kpi} />
      {canManage && (
        <p className="library-links">
          <PathLink to={`/kpi/lib/${key}?kind=kpi`}>{t("library.edit")}</PathLink>
          <PathLink to={`/kpi/lib/${body.metric}`}>{t("library.editMetric")}</PathLink>
        </p>
      )}
    </div>
  );
}

function Uses({ kpi: { key, uses, hasTargets } }: { readonly kpi: LibraryKpi }) {
  const { t } = useTranslation();
  if (uses.length === 0 && !hasTargets) return <p className="muted">{t("library.unused")}</p>;
  return (
    <ul className="library-uses">
      {hasTargets && (
        <li>
          <PathLink to={`/goals?kpi=${key}`}>{t("library.targets")}</PathLink>
        </li>
      )}
      {uses.map((use) => (
        <li key={`${use.kind} ${use.key}`}>
          {t(`kind.${use.kind}`, { defaultValue: use.kind })}{" "}
          {use.kind === "scorecard" ? <PathLink to={`/kpi/cards/${use.key}`}>{use.label}</PathLink> : use.label}
        </li>
      ))}
    </ul>
  );
}
