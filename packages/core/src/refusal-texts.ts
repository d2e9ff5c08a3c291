import { appraisalRefusalTexts } from "./appraisal/refusal-texts.ts";
import { calendarRefusalTexts } from "./calendar/refusal-texts.ts";
import { formulaRefusalTexts } from "./formula/refusal-texts.ts";
import { goalsRefusalTexts } from "./goals/refusal-texts.ts";
import { importRefusalTexts } from "./imports/refusal-texts.ts";
import { metricsRefusalTexts } from "./metrics/refusal-texts.ts";
import { modelRefusalTexts } from "./model/refusal-texts.ts";
import { numbersRefusalTexts } from "./numbers/refusal-texts.ts";
import { peopleRefusalTexts } from "./people/refusal-texts.ts";
import type { RefusalText } from "./platform/refusal.ts";
import { platformRefusalTexts } from "./platform/refusal-texts.ts";
import { recordRefusalTexts } from "./records/refusal-texts.ts";
import { solutionRefusalTexts } from "./solution/refusal-texts.ts";

/** What is said of every code in `refusals`, to people in the browser and on the command line alike. */
export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  ...platformRefusalTexts,
  ...peopleRefusalTexts,
  ...appraisalRefusalTexts,
  ...calendarRefusalTexts,
  ...goalsRefusalTexts,
  ...formulaRefusalTexts,
  ...importRefusalTexts,
  ...metricsRefusalTexts,
  ...modelRefusalTexts,
  ...numbersRefusalTexts,
  ...recordRefusalTexts,
  ...solutionRefusalTexts,
};
