import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import { UnitSelect } from "../../kpi/UnitSelect.tsx";
import { teamScoresQuery } from "../queries.ts";
import { shownNumber } from "../rule/shown-number.ts";
import "../../kpi/messages.ts";

/** Today's scores of the people one leads, each the way to their own card; nothing for who leads nobody. */
export function TeamScores() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [unit, setUnit] = useState<string>();
  const team = useQuery(teamScoresQuery(unit));
  const people = team.data?.items ?? [];
  if (people.length === 0 && unit === undefined) return null;
  const rows = people.flatMap((person) =>
    (person.scores.length === 0 ? [null] : person.scores).map((score) => ({ person, score })),
  );
  return (
    <section aria-label={t("score.team")}>
      <header className="score-team-head">
        <h2 className="score-head">{t("score.team")}</h2>
        <UnitSelect value={unit} onChange={setUnit} />
      </header>
      <ul className="score-team">
        {rows.map(({ person, score }) => (
          <li key={`${person.memberId}${score?.card ?? ""}`}>
            <span className="cycle-name">
              <PathLink to={`/kpi/me?member=${person.memberId}`}>{person.name}</PathLink>
              <span className="muted">
                {[person.unit, score ? localText(score.cardLabel, locale) : t("score.noCard")].join(" · ")}
              </span>
            </span>
            {score && score.missing > 0 && <Tag>{t("score.team.missing", { count: score.missing })}</Tag>}
            {score && <strong>{shownNumber(score.total)}</strong>}
            <span className="score-team-grade">{score?.grade ?? ""}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
