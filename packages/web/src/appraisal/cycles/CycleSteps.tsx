import { CYCLE_STATES, type CycleState } from "@dabiao/core/appraisal/cycle.ts";
import { useTranslation } from "react-i18next";

/** Where the cycle is: the steps in a row, done, present and to come. */
export function CycleSteps({ state }: { readonly state: CycleState }) {
  const { t } = useTranslation();
  const states: readonly string[] = CYCLE_STATES;
  const at = states.indexOf(state);
  return (
    <ol className="cycle-steps" aria-label={t("cycle.steps")}>
      {CYCLE_STATES.map((each, index) => (
        <li
          key={each}
          data-place={index < at ? "done" : index === at ? "now" : "ahead"}
          aria-current={index === at ? "step" : undefined}
        >
          <span aria-hidden="true">{index < at ? "✓" : index + 1}</span>
          {t(`cycle.state.${each}`)}
        </li>
      ))}
    </ol>
  );
}
