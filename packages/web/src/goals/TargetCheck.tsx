import type { LintTarget } from "@dabiao/core/metrics/lint-contract.ts";
import { lintTargetContract } from "@dabiao/core/metrics/lint-contract.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { call } from "../api/call.ts";
import { LintPanel } from "../metrics/LintPanel.tsx";
import type { GoalPlace } from "./tree/goal-node.ts";

interface TargetCheckProps {
  readonly kpi: string;
  readonly place: GoalPlace;
  /** The target as it is typed, a decimal. */
  readonly amount: string | null;
}

/** A target held against SMART while it is typed: what history, the plan and the calendar say to it. */
export function TargetCheck({ kpi, place: { row, column }, amount }: TargetCheckProps) {
  const { subject } = row;
  const asked = useDeferredValue(amount);
  const body: LintTarget = {
    amount: asked ?? "0",
    period: column.period,
    linked: subject.kind !== "company",
    ...(subject.kind === "member" ? { member: subject.id } : {}),
    ...(subject.kind === "unit" ? { unit: subject.id } : {}),
  };
  const lint = useQuery({
    queryKey: ["kpi", "lintTarget", kpi, body],
    queryFn: ({ signal }) => call(lintTargetContract, { params: { kpi }, body, signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return amount !== null && lint.data ? <LintPanel findings={lint.data.findings} /> : null;
}
