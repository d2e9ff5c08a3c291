import type { Board } from "@dabiao/core/goals/board.ts";
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { boardQuery } from "./board-query.ts";

/** A board whose people come as their units are opened: in a large company nobody looks at all of them. */
export function useBoardPeople(board: Board, kpis: readonly KpiInfo[]) {
  const [opened, setOpened] = useState<readonly string[]>([]);
  const cameAlong = useMemo(() => new Set(board.people.map(({ parentId }) => parentId)), [board]);
  const asked = opened.filter((unit) => !cameAlong.has(unit));
  const answers = useQueries({
    queries: asked.map((unit) => boardQuery(kpis, board.period, unit, "direct")),
  });
  const more = answers.flatMap(({ data }, index) =>
    (data?.people ?? []).map((row) => ({ ...row, parentId: row.parentId ?? asked[index] ?? null })),
  );
  const came = new Set(asked.filter((_, index) => answers[index]?.data !== undefined));
  const known = new Set(board.people.map(({ id }) => id));
  const whole = { ...board, people: [...board.people, ...more.filter(({ id }) => !known.has(id))] };
  return {
    board: more.length === 0 ? board : whole,
    /** Whether a unit's people are yet to come. */
    isMissing: (unit: string, people: number) => people > 0 && !cameAlong.has(unit) && !came.has(unit),
    open: (unit: string) => setOpened((units) => (units.includes(unit) ? units : [...units, unit])),
  };
}
