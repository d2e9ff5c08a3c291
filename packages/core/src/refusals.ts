import { appraisalRefusals } from "./appraisal/refusals.ts";
import { calendarRefusals } from "./calendar/refusals.ts";
import { formulaRefusals } from "./formula/refusals.ts";
import { goalsRefusals } from "./goals/refusals.ts";
import { importRefusals } from "./imports/refusals.ts";
import { metricsRefusals } from "./metrics/refusals.ts";
import { modelRefusals } from "./model/refusals.ts";
import { numbersRefusals } from "./numbers/refusals.ts";
import { peopleRefusals } from "./people/refusals.ts";
import type { RefusalSpec } from "./platform/refusal.ts";
import { platformRefusals } from "./platform/refusals.ts";
import { recordRefusals } from "./records/refusals.ts";
import { solutionRefusals } from "./solution/refusals.ts";

/** Every code the product refuses with, all rooms together. A room adds its table here. */
export const refusals: Readonly<Record<string, RefusalSpec>> = {
  ...platformRefusals,
  ...peopleRefusals,
  ...appraisalRefusals,
  ...calendarRefusals,
  ...goalsRefusals,
  ...formulaRefusals,
  ...importRefusals,
  ...metricsRefusals,
  ...modelRefusals,
  ...numbersRefusals,
  ...recordRefusals,
  ...solutionRefusals,
};

/** The HTTP status of a refusal code; a code nobody declared is answered as a bad request. */
export function refusalStatus(code: string): RefusalSpec["status"] {
  return refusals[code]?.status ?? 400;
}
