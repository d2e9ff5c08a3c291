/** One line of the report: what was measured, what it came to, what it has to reach. */
export interface Result {
  readonly work: string;
  readonly size: string;
  readonly measured: string;
  /** The ratio or figure that `reach` speaks of. */
  readonly figure: number;
  readonly reach: { readonly kind: "at least" | "at most"; readonly value: number; readonly unit?: string };
}

export function reached({ figure, reach }: Result): boolean {
  return reach.kind === "at least" ? figure >= reach.value : figure <= reach.value;
}

/** The report as a table that can be pasted into the README. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const unit = result.reach.unit ?? "";
    return [
      result.work,
      result.size,
      result.measured,
      `${round(result.figure)}${unit}`,
      `${result.reach.kind === "at least" ? "≥" : "≤"} ${result.reach.value}${unit}`,
      reached(result) ? "reached" : "MISSED",
    ];
  });
  const head = ["work", "size", "measured", "figure", "reach", ""];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
