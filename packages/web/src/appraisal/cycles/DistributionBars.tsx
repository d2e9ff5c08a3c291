import type { calibration } from "@dabiao/core/appraisal/contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { shownNumber } from "../rule/shown-number.ts";

type Grades = z.output<typeof calibration.response>["grades"];

/** How many have each grade, a tick where the guide would have them, and a mark where they are far apart. */
export function DistributionBars({ grades }: { readonly grades: Grades }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...grades.map(({ count, guide }) => Math.max(count, guide ?? 0)));
  return (
    <table className="distribution">
      <caption className="visually-hidden">{t("calibration.distribution")}</caption>
      <tbody>
        {grades.map(({ grade, count, guide, percent, deviation, alarm }) => (
          <tr key={grade}>
            <th scope="row">{grade}</th>
            <td className="distribution-cell">
              <span className="distribution-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(count / most) * 100}%` }} />
                {guide !== null && <i style={{ insetInlineStart: `${(guide / most) * 100}%` }} />}
              </span>
            </td>
            <td>{t("calibration.count", { count, percent: shownNumber(percent, 1) })}</td>
            <td className="muted">
              {guide !== null && t("calibration.guide", { guide })}
              {alarm && deviation !== null && (
                <span className="distribution-alarm">
                  <StatusMark status="watch" word={false} />{" "}
                  {t("calibration.deviation", {
                    points: `${decimal(deviation).isPositive() ? "+" : ""}${shownNumber(deviation, 1)}`,
                  })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
