import type { KpiBody } from "../metric.ts";
import { block, type Finding, pass, warn } from "./finding.ts";
import type { KpiFacts } from "./kpi-facts.ts";
import { lintMeasured } from "./lint-measured.ts";
import { vagueWord } from "./vague-name.ts";

/** Days a grain and a cadence last, in round figures. */
const DAYS = { day: 1, week: 7, month: 30, quarter: 91, half: 182, year: 365 } as const;
/** Publications of one definition in one period that are too many. */
const OFTEN = 2;

/**
 * A KPI held against SMART: is it plain what is counted and who answers for it, can it be measured today, is it ever
 * reached, does it serve anything, is it looked at in time, and does it stay what it is while goals run.
 *
 * @returns findings under S, M, A, R and T; a letter without fault has one that passes
 * @source SPEC.md K-01, K-02
 */
export function lintKpi(body: KpiBody, facts: KpiFacts): Finding[] {
  const found = [
    ...specific(body, facts),
    ...lintMeasured(body, facts),
    ...attainable(facts),
    ...relevant(body, facts),
    ...timeBound(body),
    ...steady(facts),
  ];
  const silent = (["S", "M", "A", "R", "T"] as const).filter((letter) => !found.some((each) => each.letter === letter));
  return [...found, ...silent.map((letter) => pass(letter, `kpi_${letter.toLowerCase()}_ok`))];
}

function specific(body: KpiBody, { metric, tree, people }: KpiFacts): Finding[] {
  const { label, owner, help, description } = body;
  const found: Finding[] = [];
  const word = vagueWord(label);
  if (word !== null) found.push(block("S", "kpi_name_vague", ["label"], { word }));
  if (owner === undefined) found.push(block("S", "kpi_no_owner", ["owner"]));
  else if (people && people.owner.length === 0)
    found.push(
      owner.kind === "member" ? block("S", "kpi_owner_gone", ["owner"]) : warn("S", "kpi_owner_nobody", ["owner"]),
    );
  if (metric?.unit.kind === "other" && metric.unit.label === undefined)
    found.push(warn("S", "kpi_no_unit", ["metric"], {}, `/kpi/lib/${body.metric}`));
  if (help === undefined && description === undefined) found.push(warn("S", "kpi_no_words", ["help"]));
  if (tree?.kind === "aggregate" && tree.measure.basis === undefined)
    found.push(warn("S", "kpi_no_basis", ["metric"], { date: tree.measure.date }, `/kpi/lib/${tree.key}`));
  return found;
}

function attainable({ attained }: KpiFacts): Finding[] {
  if (!attained || attained.of < 6) return [];
  const { met, of } = attained;
  return met * 10 < of
    ? [warn("A", "kpi_rarely_attained", ["target"], { met, of })]
    : [pass("A", "kpi_attained", { met, of })];
}

function relevant({ strategy }: KpiBody, { uses }: KpiFacts): Finding[] {
  return strategy === undefined && uses === 0 ? [warn("R", "kpi_unlinked", ["strategy"])] : [];
}

function timeBound({ grain, cadence }: KpiBody): Finding[] {
  if (grain === "day") return [];
  if (cadence === undefined) return [warn("T", "kpi_no_cadence", ["cadence"])];
  return DAYS[cadence] * 3 > DAYS[grain] ? [warn("T", "kpi_cadence_slow", ["cadence"], { cadence, grain })] : [];
}

/** A definition that goals rest on is frozen; changing what it means is an exception, and twice is unrest. */
function steady({ change }: KpiFacts): Finding[] {
  if (!change?.isMeaning) return [];
  const { targets, before, period } = change;
  const found: Finding[] = [];
  if (targets > 0) found.push(block("T", "kpi_changed_mid_period", [], { targets, period }));
  if (before + 1 >= OFTEN) found.push(warn("T", "kpi_changes_often", [], { count: before + 1, period }));
  return found;
}
