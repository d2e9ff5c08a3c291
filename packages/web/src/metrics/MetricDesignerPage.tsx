import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { definitionQuery } from "../build/definition/definition-query.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { Region } from "../shell/RegionState.tsx";
import { KpiDesigner } from "./KpiDesigner.tsx";
import { MetricDesigner } from "./MetricDesigner.tsx";
import "./designer-messages.ts";
import "./library-messages.ts";
import "./messages.ts";
import "./library.css";

const DesignerState = z.object({ kind: z.enum(["metric", "kpi"]).default("metric").catch("metric") });

/** W4: one metric or KPI, from its draft to its versions. */
export function MetricDesignerPage() {
  const { t } = useTranslation();
  const { key = "" } = useParams({ strict: false });
  const [{ kind }] = useUrlState(DesignerState);
  const detail = useQuery(definitionQuery(kind, key));
  return (
    <>
      <p className="library-back">
        <PathLink to="/kpi/lib">{t("library.title")}</PathLink>
      </p>
      <Region query={detail}>
        {(data) =>
          kind === "metric" ? (
            <MetricDesigner key={`metric ${key}`} detail={data} />
          ) : (
            <KpiDesigner key={`kpi ${key}`} detail={data} />
          )
        }
      </Region>
    </>
  );
}
