import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { definitionsQuery } from "../build/definition/definition-query.ts";
import { PathLink } from "../kit/PathLink.tsx";

/** Metrics and KPIs somebody has begun and not published yet. */
export function UnpublishedCards() {
  const { t } = useTranslation();
  const metrics = useQuery(definitionsQuery("metric")).data?.items ?? [];
  const kpis = useQuery(definitionsQuery("kpi")).data?.items ?? [];
  const drafts = [...metrics, ...kpis].filter(({ published }) => published === null);
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2 className="library-group">{t("library.drafts")}</h2>
      <div className="library">
        {drafts.map(({ kind, key, label }) => (
          <article key={`${kind} ${key}`} className="card library-card">
            <PathLink to={kind === "kpi" ? `/kpi/lib/${key}?kind=kpi` : `/kpi/lib/${key}`}>{label}</PathLink>
            <p className="library-tags">
              <Tag>{t("library.draft")}</Tag>
              {kind === "kpi" && <Tag color="blue">{t("library.isKpi")}</Tag>}
            </p>
          </article>
        ))}
      </div>
    </section>
  );
}
