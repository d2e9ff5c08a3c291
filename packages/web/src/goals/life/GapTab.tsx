import { goalLife, type LifePerson } from "@dabiao/core/goals/life-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { call } from "../../api/call.ts";
import { Region } from "../../shell/RegionState.tsx";
import { amountText } from "../amount-text.ts";
import { RebalanceDialog } from "./RebalanceDialog.tsx";
import { ScrollTable } from "./ScrollTable.tsx";

type Person = z.infer<typeof LifePerson>;

interface GapTabProps {
  readonly kpi: string;
  readonly period: string;
  readonly bar: ReactNode;
}

/** Whose target counts in part, why, the gap it leaves in the teams, and who takes it. */
export function GapTab({ kpi, period, bar }: GapTabProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Person | null>(null);
  const query = useQuery({
    queryKey: ["goals", "life", kpi, period],
    queryFn: ({ signal }) => call(goalLife, { body: { kpi, period }, signal }),
  });
  const figures = ["nominal", "effective", "gap"].map((key) => ({ key, label: t(`life.${key}`), isFigure: true }));
  return (
    <>
      {bar}
      <Region query={query}>
        {({ people, units, truncated }) =>
          people.length === 0 ? (
            <Empty description={t("life.gap.none")} />
          ) : (
            <>
              <ScrollTable
                label={t("life.tab.gap")}
                heads={[
                  { key: "who", label: t("life.who") },
                  { key: "why", label: t("life.why") },
                  ...figures,
                  { key: "act", label: t("life.act") },
                ]}
              >
                {people.map((person) => (
                  <tr key={person.member.id}>
                    <td>{person.member.name}</td>
                    <td className="life-wide">
                      <Reckoning person={person} />
                    </td>
                    <td className="life-figure">{amountText(person.nominal)}</td>
                    <td className="life-figure">
                      {person.effective === null ? t("life.withdrawn") : amountText(person.effective)}
                    </td>
                    <td className="life-figure">{amountText(person.gap)}</td>
                    <td>
                      {person.mayRebalance && !decimal(person.gap).isZero() && (
                        <Button size="small" onClick={() => setChosen(person)}>
                          {t("life.rebalance")}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </ScrollTable>
              {truncated && <p className="life-note">{t("life.truncated")}</p>}
              <h2 className="life-section">{t("life.units")}</h2>
              <ScrollTable
                label={t("life.units")}
                heads={[
                  { key: "unit", label: t("life.unit") },
                  { key: "own", label: t("life.own"), isFigure: true },
                  ...figures,
                ]}
              >
                {units.map((unit) => (
                  <tr key={unit.id ?? "company"}>
                    <td>{unit.id === null ? t("life.company") : unit.name}</td>
                    <td className="life-figure">{amountText(unit.own)}</td>
                    <td className="life-figure">{amountText(unit.nominal)}</td>
                    <td className="life-figure">{amountText(unit.effective)}</td>
                    <td className="life-figure">{amountText(unit.gap)}</td>
                  </tr>
                ))}
              </ScrollTable>
            </>
          )
        }
      </Region>
      {chosen && <RebalanceDialog kpi={kpi} period={period} person={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

/** Why a target counts in part, in one line a month. */
function Reckoning({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const events = [
    ...(person.joinedOn ? [t("life.joined", { day: person.joinedOn })] : []),
    ...(person.leftOn ? [t("life.left", { day: person.leftOn })] : []),
    ...person.leave.map(({ kind, start, end }) =>
      t("life.away", { kind: t(`life.absence.${kind}`), from: start, to: end }),
    ),
  ];
  const months = person.reckoning.flatMap((part) => part.months);
  const ramped = months.filter(({ rampKey }) => rampKey !== null);
  return (
    <>
      {events.map((event) => (
        <div key={event}>{event}</div>
      ))}
      {months
        .filter(({ whole, served }) => whole !== served)
        .map(({ start, served, whole }) => (
          <div key={start} className="life-note">
            {t("life.served", { month: start.slice(0, 7), served, whole })}
          </div>
        ))}
      {ramped.map(({ start, ramp, tenure }) => (
        <div key={`ramp${start}`} className="life-note">
          {t("life.rampMonth", { month: start.slice(0, 7), tenure: tenure ?? 0, share: formatPercent(decimal(ramp)) })}
        </div>
      ))}
    </>
  );
}
