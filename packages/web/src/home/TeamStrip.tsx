import type { Board } from "@dabiao/core/goals/board.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { cellAddress } from "./MyTargets.tsx";

interface TeamStripProps {
  readonly board: Board;
  readonly kpis: readonly KpiInfo[];
  readonly memberId: string;
}

const SHOWN = 8;

/** Who of the team is farthest behind, and in what. Absent for who has no team. */
export function TeamStrip({ board, kpis, memberId }: TeamStripProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const others = board.people.filter(({ id }) => id !== memberId);
  if (others.length === 0) return null;
  const behind = others
    .flatMap((person) =>
      board.kpis.flatMap((key, index) => {
        const kpi = kpis.find((each) => each.key === key);
        const cell = person.cells[index];
        const isBehind = cell?.pace != null && (cell.mark === "off" || cell.mark === "watch");
        return kpi && isBehind ? [{ person, kpi, cell, pace: decimal(cell.pace ?? 0) }] : [];
      }),
    )
    .sort((a, b) => a.pace.cmp(b.pace))
    .filter(({ person }, index, all) => all.findIndex((each) => each.person.id === person.id) === index);
  return (
    <section className="card home-team">
      <h2>{t("home.team")}</h2>
      {behind.length === 0 && <p className="muted">{t("home.team.fine")}</p>}
      <ul className="team-strip">
        {behind.slice(0, SHOWN).map(({ person, kpi, cell }) => (
          <li key={person.id}>
            <PathLink to={cellAddress(kpi, board.period, person.id ?? undefined)}>
              <StatusMark status={cell.mark} word={false} /> {person.name}
            </PathLink>
            <span className="muted">
              {localText(kpi.label, locale)} {formatPercent(cell.attain === null ? null : decimal(cell.attain))}
            </span>
          </li>
        ))}
      </ul>
      {behind.length > SHOWN && <PathLink to="/kpi">{t("home.team.more", { count: behind.length - SHOWN })}</PathLink>}
    </section>
  );
}
